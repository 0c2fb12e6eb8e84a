-- Finding people. CROSS JOIN fixes the order on SQLite, which has no statistics to choose by: few words first, then their
-- bearers; with JOIN it walks over all people of the municipality.
-- One row a person and file; $1 is the municipality in every statement.

-- name: by_words
-- At most 51 people whose name has these one to three words ('' where there is none): exactly ($11 = 0), as beginning (1),
-- inside (2) or by sound (3). Each word comes with the first text behind it and its sound. The birth years $12 to $13 are a
-- stretch of the index; $14 to $15 are the dates that fit ('' for all), $16 and $17 that date without its day and without
-- its month: who is recorded with less than was typed may be the one too, and stands last.
WITH k1 AS (
    SELECT id FROM zoekwoord WHERE woord = $2
    UNION SELECT id FROM zoekwoord WHERE $11 >= 1 AND woord > $2 AND woord < $3
    UNION SELECT woord FROM zoekstaart WHERE $11 >= 2 AND staart >= $2 AND staart < $3
    UNION SELECT id FROM zoekwoord WHERE $11 >= 3 AND klank = $4 AND $4 <> ''),
k2 AS (
    SELECT id FROM zoekwoord WHERE woord = $5
    UNION SELECT id FROM zoekwoord WHERE $11 >= 1 AND woord > $5 AND woord < $6
    UNION SELECT woord FROM zoekstaart WHERE $11 >= 2 AND staart >= $5 AND staart < $6
    UNION SELECT id FROM zoekwoord WHERE $11 >= 3 AND klank = $7 AND $7 <> ''),
k3 AS (
    SELECT id FROM zoekwoord WHERE woord = $8
    UNION SELECT id FROM zoekwoord WHERE $11 >= 1 AND woord > $8 AND woord < $9
    UNION SELECT woord FROM zoekstaart WHERE $11 >= 2 AND staart >= $8 AND staart < $9
    UNION SELECT id FROM zoekwoord WHERE $11 >= 3 AND klank = $10 AND $10 <> ''),
-- `>=` and `<=` for `=`: so that PostgreSQL asks its index per bearer and does not read all bearers of the other word.
-- Somebody may bear more than one of the words that fit: $18 rows, more than the limit, before the doubles go.
hit AS (
    SELECT DISTINCT b.persoon FROM (
        SELECT t.persoon FROM k1 CROSS JOIN zoekterm t
        WHERE t.gemeente = $1 AND t.woord = k1.id AND t.jaar >= $12 AND t.jaar <= $13
          AND ($14 = '' OR EXISTS (
              SELECT 1 FROM persoon q WHERE q.id >= t.persoon AND q.id <= t.persoon
                AND (q.geboortedatum >= $14 AND q.geboortedatum <= $15 OR q.geboortedatum IN ($16, $17, '0000-00-00'))))
          AND ($5 = '' OR EXISTS (
              SELECT 1 FROM zoekterm u WHERE u.persoon >= t.persoon AND u.persoon <= t.persoon AND u.woord IN (SELECT id FROM k2)))
          AND ($8 = '' OR EXISTS (
              SELECT 1 FROM zoekterm u WHERE u.persoon >= t.persoon AND u.persoon <= t.persoon AND u.woord IN (SELECT id FROM k3)))
        LIMIT $18) b
    LIMIT 51)
SELECT p.id, p.naam, p.eigen_schrift, p.eigen_schrift_taal, p.geboortedatum,
       (SELECT g.groep FROM doelgroep g WHERE g.persoon = p.id ORDER BY g.vanaf DESC, g.id DESC LIMIT 1),
       d.id, d.nummer, r.naam, k.naam, d.stand
FROM hit CROSS JOIN persoon p LEFT JOIN dossier d ON d.persoon = p.id
LEFT JOIN gebruiker r ON r.id = d.regisseur LEFT JOIN gebruiker k ON k.id = d.klantmanager
WHERE p.id = hit.persoon AND p.gemeente = $1 AND p.samengevoegd_in IS NULL
ORDER BY CASE WHEN $14 <> '' AND p.geboortedatum IN ($16, $17, '0000-00-00') THEN 1 ELSE 0 END,
    p.sorteersleutel, p.id, d.stand DESC

-- name: by_bsn
-- At most one person.
SELECT p.id, p.naam, p.eigen_schrift, p.eigen_schrift_taal, p.geboortedatum,
       (SELECT g.groep FROM doelgroep g WHERE g.persoon = p.id ORDER BY g.vanaf DESC, g.id DESC LIMIT 1),
       d.id, d.nummer, r.naam, k.naam, d.stand
FROM persoon p LEFT JOIN dossier d ON d.persoon = p.id
LEFT JOIN gebruiker r ON r.id = d.regisseur LEFT JOIN gebruiker k ON k.id = d.klantmanager
WHERE p.gemeente = $1 AND p.samengevoegd_in IS NULL AND p.bsn_index = $2
ORDER BY p.sorteersleutel, p.id, d.stand DESC LIMIT 51

-- name: by_v_number
-- Usually one person. By id first: SQLite would else read all names of the municipality in order.
SELECT p.id, p.naam, p.eigen_schrift, p.eigen_schrift_taal, p.geboortedatum,
       (SELECT g.groep FROM doelgroep g WHERE g.persoon = p.id ORDER BY g.vanaf DESC, g.id DESC LIMIT 1),
       d.id, d.nummer, r.naam, k.naam, d.stand
FROM persoon p LEFT JOIN dossier d ON d.persoon = p.id
LEFT JOIN gebruiker r ON r.id = d.regisseur LEFT JOIN gebruiker k ON k.id = d.klantmanager
WHERE p.id IN (SELECT v.id FROM persoon v WHERE v.gemeente = $1 AND v.v_nummer = $2) AND p.samengevoegd_in IS NULL
ORDER BY p.sorteersleutel, p.id, d.stand DESC LIMIT 51

-- name: by_birth
-- By birth date, in order of it.
SELECT p.id, p.naam, p.eigen_schrift, p.eigen_schrift_taal, p.geboortedatum,
       (SELECT g.groep FROM doelgroep g WHERE g.persoon = p.id ORDER BY g.vanaf DESC, g.id DESC LIMIT 1),
       d.id, d.nummer, r.naam, k.naam, d.stand
FROM persoon p LEFT JOIN dossier d ON d.persoon = p.id
LEFT JOIN gebruiker r ON r.id = d.regisseur LEFT JOIN gebruiker k ON k.id = d.klantmanager
WHERE p.gemeente = $1 AND p.samengevoegd_in IS NULL AND p.geboortedatum >= $2 AND p.geboortedatum <= $3
ORDER BY p.geboortedatum, p.id, d.stand DESC LIMIT 51

-- name: by_phone
-- People with a telephone that ends in these nine digits, or begins there with the fewer that were typed.
SELECT p.id, p.naam, p.eigen_schrift, p.eigen_schrift_taal, p.geboortedatum,
       (SELECT g.groep FROM doelgroep g WHERE g.persoon = p.id ORDER BY g.vanaf DESC, g.id DESC LIMIT 1),
       d.id, d.nummer, r.naam, k.naam, d.stand
FROM contactgegeven c JOIN persoon p ON p.id = c.persoon LEFT JOIN dossier d ON d.persoon = p.id
LEFT JOIN gebruiker r ON r.id = d.regisseur LEFT JOIN gebruiker k ON k.id = d.klantmanager
WHERE c.gemeente = $1 AND c.zoeksleutel >= $2 AND c.zoeksleutel < $3 AND c.tot IS NULL AND p.samengevoegd_in IS NULL
ORDER BY p.sorteersleutel, p.id, d.stand DESC LIMIT 51

-- name: by_file_number
SELECT p.id, p.naam, p.eigen_schrift, p.eigen_schrift_taal, p.geboortedatum,
       (SELECT g.groep FROM doelgroep g WHERE g.persoon = p.id ORDER BY g.vanaf DESC, g.id DESC LIMIT 1),
       d.id, d.nummer, r.naam, k.naam, d.stand
FROM dossier d JOIN persoon p ON p.id = d.persoon
LEFT JOIN gebruiker r ON r.id = d.regisseur LEFT JOIN gebruiker k ON k.id = d.klantmanager
WHERE d.gemeente = $1 AND d.nummer = $2
