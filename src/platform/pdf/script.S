// printer.py, the child process; the include path is this folder.
    .section .rodata
    .global meedoen_printer_script
    .global meedoen_printer_script_end
    .type meedoen_printer_script, @object
meedoen_printer_script:
    .incbin "printer.py"
meedoen_printer_script_end:
    .byte 0
    .size meedoen_printer_script, . - meedoen_printer_script
    .section .note.GNU-stack, "", @progbits
