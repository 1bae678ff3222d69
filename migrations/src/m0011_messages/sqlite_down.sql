DROP TRIGGER messages_search_deleted;
DROP TRIGGER messages_search_updated;
DROP TRIGGER messages_search_inserted;
DELETE FROM search_documents WHERE subject_id IN (SELECT id FROM messages);
