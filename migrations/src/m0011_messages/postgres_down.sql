DROP TRIGGER messages_search_deleted ON messages;
DROP TRIGGER messages_search_updated ON messages;
DROP TRIGGER messages_search_inserted ON messages;
DROP FUNCTION search_document_of_message();
DELETE FROM search_documents WHERE kind = 'message';
