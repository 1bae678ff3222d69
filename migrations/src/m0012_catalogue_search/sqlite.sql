CREATE TABLE api_words (
    seq INTEGER PRIMARY KEY NOT NULL,
    api_id uuid_text NOT NULL UNIQUE REFERENCES apis (id) ON DELETE CASCADE,
    revision_id uuid_text NOT NULL,
    edition integer NOT NULL,
    words TEXT NOT NULL,
    operations TEXT NOT NULL
);

-- The words are folded already, so all that the tokenizer has to know is the blank. Only whether a
-- word is there is kept, not where.
CREATE VIRTUAL TABLE api_word_index USING fts5 (
    words, content = 'api_words', content_rowid = 'seq',
    tokenize = 'ascii', detail = 'none', columnsize = 0, prefix = '2 3'
);

CREATE TRIGGER api_words_inserted AFTER INSERT ON api_words BEGIN
    INSERT INTO api_word_index (rowid, words) VALUES (NEW.seq, NEW.words);
END;
CREATE TRIGGER api_words_deleted AFTER DELETE ON api_words BEGIN
    INSERT INTO api_word_index (api_word_index, rowid, words) VALUES ('delete', OLD.seq, OLD.words);
END;
CREATE TRIGGER api_words_updated AFTER UPDATE ON api_words WHEN OLD.words <> NEW.words BEGIN
    INSERT INTO api_word_index (api_word_index, rowid, words) VALUES ('delete', OLD.seq, OLD.words);
    INSERT INTO api_word_index (rowid, words) VALUES (NEW.seq, NEW.words);
END;
