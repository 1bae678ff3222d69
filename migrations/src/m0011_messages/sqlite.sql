-- The documents of messages among those that are searched. Their number is made as that of all
-- others; only their state changes.
CREATE TRIGGER messages_search_inserted AFTER INSERT ON messages BEGIN
    INSERT INTO search_documents (seq, subject_id, facets, text)
    SELECT coalesce(
        (SELECT max(seq) + 1 FROM search_documents WHERE seq >= first AND seq < first + 1000000), first
    ), NEW.id, '[m] ' || substr(NEW.state, 1, 3), '  ' || replace(NEW.search_text, ' ', '  ')
    FROM (
        SELECT CAST(round((julianday(NEW.submitted_at) - 2440587.5) * 86400000) AS INTEGER) * 1000000 AS first
    );
END;
CREATE TRIGGER messages_search_updated AFTER UPDATE OF state ON messages
WHEN OLD.state <> NEW.state BEGIN
    UPDATE search_documents SET facets = '[m] ' || substr(NEW.state, 1, 3) WHERE subject_id = NEW.id;
END;
CREATE TRIGGER messages_search_deleted AFTER DELETE ON messages BEGIN
    DELETE FROM search_documents WHERE subject_id = OLD.id;
END;
