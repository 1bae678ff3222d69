-- The documents of messages among those that are searched; only their state changes.
CREATE FUNCTION search_document_of_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_documents (subject_id, kind, facet, at, text) VALUES (
        NEW.id, 'message', 'message-' || NEW.state, NEW.submitted_at,
        '  ' || replace(NEW.search_text, ' ', '  ')
    )
    ON CONFLICT (subject_id) DO UPDATE SET facet = EXCLUDED.facet;
    RETURN NULL;
END
$$;
CREATE TRIGGER messages_search_inserted AFTER INSERT ON messages
FOR EACH ROW EXECUTE FUNCTION search_document_of_message();
CREATE TRIGGER messages_search_updated AFTER UPDATE OF state ON messages
FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION search_document_of_message();
CREATE TRIGGER messages_search_deleted AFTER DELETE ON messages
FOR EACH ROW EXECUTE FUNCTION search_document_gone();
