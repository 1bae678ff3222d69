-- The words are folded already and each is there once, so nothing is left to a parser of texts.
CREATE TABLE api_words (
    api_id uuid PRIMARY KEY REFERENCES apis (id) ON DELETE CASCADE,
    revision_id uuid NOT NULL,
    edition integer NOT NULL,
    words text NOT NULL,
    operations text NOT NULL,
    lexemes tsvector NOT NULL GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED
);
CREATE INDEX ix_api_words_lexemes ON api_words USING gin (lexemes);
