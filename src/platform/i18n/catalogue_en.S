// The English texts, made by msgfmt from locale/en.d; the include path is the build's gen/locale.
    .section .rodata
    .balign 8
    .global meedoen_catalogue_en
    .global meedoen_catalogue_en_end
    .type meedoen_catalogue_en, @object
meedoen_catalogue_en:
    .incbin "en.mo"
meedoen_catalogue_en_end:
    .byte 0
    .size meedoen_catalogue_en, . - meedoen_catalogue_en
    .section .note.GNU-stack, "", @progbits
