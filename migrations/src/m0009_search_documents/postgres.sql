-- One document for everything that is looked for by its words. The triggers keep it in the
-- transaction of whatever changes, also when an older instance or a hand at the database does.
CREATE TABLE search_documents (
    subject_id uuid PRIMARY KEY,
    kind varchar NOT NULL,
    facet varchar NOT NULL,
    at timestamptz NOT NULL,
    text text NOT NULL
);
CREATE INDEX ix_search_documents_kind_at_subject_id ON search_documents (kind, at, subject_id);
CREATE INDEX ix_search_documents_facet_at_subject_id ON search_documents (facet, at, subject_id);

-- Each word begins after two blanks, so that one of a single letter makes a trigram, too.
CREATE VIEW search_sources AS
SELECT
    r.id AS subject_id,
    'request' AS kind,
    CASE
        WHEN r.state = 'approved' AND r.kind = 'plan-change' THEN 'upg'
        WHEN r.kind = 'plan-change' THEN substr(r.state, 1, 3)
        ELSE substr(coalesce(a.state, r.state), 1, 3)
    END AS facet,
    r.submitted_at AS at,
    '  ' || replace(r.number || ' ' || r.search_text || ' ' || g.search_text || ' ' || p.search_text, ' ', '  ') AS text
FROM requests r
JOIN permission_groups g ON g.id = r.group_id
JOIN accounts p ON p.id = r.applicant_id
LEFT JOIN applications a ON a.id = r.id
UNION ALL
SELECT id, 'account', 'account', created_at, '  ' || replace(search_text, ' ', '  ') FROM accounts;

CREATE FUNCTION search_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_documents (subject_id, kind, facet, at, text)
    SELECT subject_id, kind, facet, at, text FROM search_sources WHERE subject_id = NEW.id
    ON CONFLICT (subject_id) DO UPDATE SET facet = EXCLUDED.facet, text = EXCLUDED.text
    WHERE (search_documents.facet, search_documents.text) IS DISTINCT FROM (EXCLUDED.facet, EXCLUDED.text);
    RETURN NULL;
END
$$;
CREATE TRIGGER accounts_search_inserted AFTER INSERT ON accounts
FOR EACH ROW EXECUTE FUNCTION search_document();
CREATE TRIGGER requests_search_inserted AFTER INSERT ON requests
FOR EACH ROW EXECUTE FUNCTION search_document();
CREATE TRIGGER requests_search_updated
AFTER UPDATE OF number, state, search_text, group_id, applicant_id ON requests
FOR EACH ROW EXECUTE FUNCTION search_document();
-- An application has the identifier of the request that made it.
CREATE TRIGGER applications_search_inserted AFTER INSERT ON applications
FOR EACH ROW WHEN (NEW.state <> 'approved') EXECUTE FUNCTION search_document();
CREATE TRIGGER applications_search_updated AFTER UPDATE OF state ON applications
FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION search_document();

-- Who changes a name changes it in all that is found by it.
CREATE FUNCTION search_documents_of_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE search_documents d
    SET text = (SELECT s.text FROM search_sources s WHERE s.subject_id = d.subject_id)
    WHERE d.subject_id IN (
        SELECT NEW.id UNION ALL
        SELECT id FROM requests WHERE applicant_id = NEW.id
    );
    RETURN NULL;
END
$$;
CREATE TRIGGER accounts_search_updated AFTER UPDATE OF search_text ON accounts
FOR EACH ROW WHEN (OLD.search_text <> NEW.search_text) EXECUTE FUNCTION search_documents_of_account();

CREATE FUNCTION search_documents_of_group() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE search_documents d
    SET text = (SELECT s.text FROM search_sources s WHERE s.subject_id = d.subject_id)
    WHERE d.subject_id IN (
        SELECT id FROM requests WHERE group_id = NEW.id
    );
    RETURN NULL;
END
$$;
CREATE TRIGGER permission_groups_search_updated AFTER UPDATE OF search_text ON permission_groups
FOR EACH ROW WHEN (OLD.search_text <> NEW.search_text) EXECUTE FUNCTION search_documents_of_group();

CREATE FUNCTION search_document_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM search_documents WHERE subject_id = OLD.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER accounts_search_deleted AFTER DELETE ON accounts
FOR EACH ROW EXECUTE FUNCTION search_document_gone();
CREATE TRIGGER requests_search_deleted AFTER DELETE ON requests
FOR EACH ROW EXECUTE FUNCTION search_document_gone();

-- An extension that the server lacks, or that this role may not make, is told of by the check-up
-- of the program; until then a search reads every document.
DO $$
BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE INDEX ix_search_documents_text ON search_documents USING gin (text gin_trgm_ops);
EXCEPTION
    WHEN insufficient_privilege OR feature_not_supported OR undefined_file OR undefined_object THEN
        RAISE WARNING 'searches are slow without the extension pg_trgm: %', SQLERRM;
END
$$;
