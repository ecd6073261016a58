-- The second wall: the rules of repatria.web.policy (ROWS), once more, in the database itself.
--
-- Run by the owner of the tables (`python -m django compartments`; `repatria serve` does it after each migration).
-- The site works as the role "repatria_app", which owns nothing and cannot step over row-level security. Who asks is
-- told by the settings repatria.user (a UUID) and repatria.house (on: the site itself acts, across compartments; the
-- code says so aloud, see repatria.web.compartments). Where neither is set, no row of these tables is there.
-- Everything here can be run again and again.

DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'repatria_app') THEN
    CREATE ROLE repatria_app NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;  -- made by another database of this server just now
END $$;

-- Where one login both owns and serves, it serves as the lesser of the two. Two logins are better.
DO $$ BEGIN
  IF current_user = session_user AND NOT pg_has_role(current_user, 'repatria_app', 'MEMBER') THEN
    EXECUTE format('GRANT repatria_app TO %I', current_user);
  END IF;
END $$;

CREATE OR REPLACE FUNCTION repatria_house() RETURNS boolean LANGUAGE sql STABLE AS
  $$ SELECT coalesce(current_setting('repatria.house', true), '') = 'on' $$;
CREATE OR REPLACE FUNCTION repatria_me() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('repatria.user', true), '')::uuid $$;
CREATE OR REPLACE FUNCTION repatria_role() RETURNS text LANGUAGE sql STABLE AS
  $$ SELECT role::text FROM accounts_user WHERE id = repatria_me() AND is_active $$;
CREATE OR REPLACE FUNCTION repatria_party() RETURNS bigint LANGUAGE sql STABLE AS
  $$ SELECT party_id FROM accounts_user WHERE id = repatria_me() AND is_active $$;

-- The processes and exchanges in which whoever asks takes part, as policy._taking_part says.
CREATE OR REPLACE FUNCTION repatria_processes() RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
  SELECT p.id FROM exchanges_process p
  WHERE repatria_role() = 'auditor'
     OR repatria_role() IN ('delegation', 'bureau', 'mediator', 'icrc', 'press')
        AND (p.mediator_id = repatria_party()
             OR EXISTS (SELECT FROM exchanges_process_participants x
                        WHERE x.process_id = p.id AND x.party_id = repatria_party()))
$$;
CREATE OR REPLACE FUNCTION repatria_exchanges() RETURNS SETOF bigint LANGUAGE sql STABLE AS
  $$ SELECT e.id FROM exchanges_exchange e WHERE e.process_id IN (SELECT repatria_processes()) $$;

-- Each question about who asks is put once a statement, not once a row.
CREATE OR REPLACE FUNCTION repatria_asked(rule text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT replace(replace(replace(rule, '$role', '(SELECT repatria_role())'), '$party', '(SELECT repatria_party())'),
                 '$me', '(SELECT repatria_me())')
$$;

-- Puts one table behind the wall: `sees` says which rows are there, `writes` (else the same) which may be written.
CREATE OR REPLACE PROCEDURE repatria_wall(tab regclass, sees text, writes text DEFAULT NULL) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tab);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tab);
  EXECUTE format('DROP POLICY IF EXISTS compartment ON %s', tab);
  writes := repatria_asked(coalesce(writes, sees));
  sees := repatria_asked(sees);
  EXECUTE format('CREATE POLICY compartment ON %s USING ((SELECT repatria_house()) OR (%s)) '
                 'WITH CHECK ((SELECT repatria_house()) OR (%s))', tab, sees, writes);
END $$;

-- A register is its keeper's; the ICRC's Central Agency receives everything (GC III 122-123, GC IV 137).
CALL repatria_wall('registry_person',
  $$ $role IN ('icrc', 'case_worker') OR $role IN ('delegation', 'bureau') AND keeper_id = $party $$);
CALL repatria_wall('registry_site',
  $$ $role IN ('icrc', 'case_worker') OR $role IN ('delegation', 'bureau') AND party_id = $party $$);
CALL repatria_wall('registry_event', $$ EXISTS (SELECT FROM registry_person p WHERE p.id = person_id) $$);
CALL repatria_wall('registry_listimport', $$ $role IN ('delegation', 'bureau')
  AND EXISTS (SELECT FROM lists_namelist l WHERE l.id = list_id AND l.party_id = $party) $$);
CALL repatria_wall('registry_searchkey', $$ EXISTS (SELECT FROM registry_person p WHERE p.id = person_id) $$);

-- A list is its sender's from the start, and everybody's at the table once all are opened.
CALL repatria_wall('lists_namelist', $$
  $role IN ('delegation', 'bureau') AND party_id = $party
  OR $role IN ('delegation', 'bureau', 'mediator', 'icrc') AND opened_at IS NOT NULL
     AND exchange_id IN (SELECT repatria_exchanges()) $$);
CALL repatria_wall('lists_row', $$ EXISTS (SELECT FROM lists_namelist l WHERE l.id = list_id) $$);
CALL repatria_wall('lists_repeat', $$ $role IN ('delegation', 'bureau')
  AND EXISTS (SELECT FROM lists_namelist l WHERE l.id = list_id AND l.party_id = $party) $$);
-- What two people let leave is fetched by these two.
CALL repatria_wall('lists_export', $$ $me IN (proposed_by_id, confirmed_by_id) $$);
CALL repatria_wall('lists_habit', $$ party_id = $party $$);

-- Plaintext matching is the mediator's compartment.
CALL repatria_wall('matching_desk_run',
  $$ $role = 'mediator' AND exchange_id IN (SELECT repatria_exchanges()) $$);
CALL repatria_wall('matching_desk_pair', $$ EXISTS (SELECT FROM matching_desk_run r WHERE r.id = run_id) $$);
CALL repatria_wall('matching_desk_decision',
  $$ $role = 'mediator' AND exchange_id IN (SELECT repatria_exchanges()) $$);

CALL repatria_wall('registry_listimport', $$ $role IN ('delegation', 'bureau')
  AND EXISTS (SELECT FROM lists_namelist l WHERE l.id = list_id AND l.party_id = $party) $$);

-- A reply is for its holder and the side that asked, for the mediator and the ICRC; for no third side.
CALL repatria_wall('replies_reply', $$ EXISTS (
  SELECT FROM lists_row r JOIN lists_namelist l ON l.id = r.list_id
  WHERE r.id = row_id AND l.exchange_id IN (SELECT repatria_exchanges())
    AND ($role IN ('mediator', 'icrc')
         OR $role IN ('delegation', 'bureau') AND (holder_id = $party OR l.party_id = $party))) $$);
CALL repatria_wall('replies_bulkreplies', $$ $role IN ('delegation', 'bureau') AND party_id = $party $$);
CALL repatria_wall('replies_seenbyicrc', $$ EXISTS (SELECT FROM lists_row r WHERE r.id = row_id) $$);
-- What a captive has told the ICRC alone is the ICRC's alone.
CALL repatria_wall('replies_wish', $$ $role IN ('icrc', 'case_worker') $$);
CALL repatria_wall('replies_remark', $$ EXISTS (SELECT FROM replies_reply r WHERE r.id = reply_id) $$);

-- Talks: whoever sits at the table; plans are the mediator's until they are put to the sides, and what a side has
-- answered to a package is its own.
CALL repatria_wall('talks_term', $$ exchange_id IN (SELECT repatria_exchanges()) $$);
CALL repatria_wall('talks_planrun',
  $$ $role IN ('delegation', 'bureau', 'mediator', 'icrc') AND exchange_id IN (SELECT repatria_exchanges())
     AND ($role = 'mediator' OR told_at IS NOT NULL
          OR EXISTS (SELECT FROM talks_package p WHERE p.run_id = talks_planrun.id)) $$);
CALL repatria_wall('talks_points', $$ $role = 'delegation' AND party_id = $party $$);
CALL repatria_wall('talks_package', $$ exchange_id IN (SELECT repatria_exchanges()) $$);
CALL repatria_wall('talks_acceptance', $$ party_id = $party $$);
CALL repatria_wall('talks_agreement', $$ exchange_id IN (SELECT repatria_exchanges())
  AND ($role = 'mediator' OR state <> 'draft') $$);
CALL repatria_wall('talks_line', $$ EXISTS (SELECT FROM talks_agreement a WHERE a.id = agreement_id)
  AND ($role IN ('mediator', 'icrc')
       OR $role IN ('delegation', 'bureau') AND $party IN (holder_id, receiver_id, origin_id)) $$);
CALL repatria_wall('talks_signature', $$ EXISTS (SELECT FROM talks_agreement a WHERE a.id = agreement_id) $$);
CALL repatria_wall('talks_signingkey', $$ person_id = $me
  OR $role IN ('delegation', 'mediator')
     AND EXISTS (SELECT FROM accounts_user u WHERE u.id = person_id AND u.party_id = $party)
  OR EXISTS (SELECT FROM talks_signature s WHERE s.key_id = talks_signingkey.id) $$);

-- A request is the case workers'; a side reads those whose families chose an audience that it belongs to.
CALL repatria_wall('families_tracingrequest', $$
  $role IN ('icrc', 'case_worker')
  OR $role IN ('delegation', 'bureau') AND withdrawn_at IS NULL AND repeats_id IS NULL
     AND (consent IN ('own_side', 'both_sides', 'boards') AND own_side_id = $party
          OR consent IN ('both_sides', 'boards')
             AND EXISTS (SELECT FROM exchanges_process_participants o
                         JOIN exchanges_process_participants m ON m.process_id = o.process_id
                         WHERE o.party_id = own_side_id AND m.party_id = $party)) $$);
CALL repatria_wall('families_proposal', $$ $role IN ('icrc', 'case_worker') $$);
CALL repatria_wall('families_correction', $$ $role IN ('icrc', 'case_worker') $$);
CALL repatria_wall('families_answer', $$ $role IN ('icrc', 'case_worker') $$);

-- Visits: the ICRC's, and the side's that holds the place; what its delegates hear is theirs alone.
CALL repatria_wall('visits_visit', $$ $role = 'icrc'
  OR $role IN ('delegation', 'bureau')
     AND EXISTS (SELECT FROM registry_site s WHERE s.id = site_id AND s.party_id = $party) $$);
CALL repatria_wall('visits_interview', $$ $role = 'icrc' AND party_id = $party $$);
CALL repatria_wall('visits_note', $$ $role = 'icrc' AND party_id = $party $$);
CALL repatria_wall('visits_ownkey', $$ $role = 'icrc' AND party_id = $party $$);

-- The day itself: whoever sits at the table.
CALL repatria_wall('handover_desk_manifest',
  $$ $role IN ('delegation', 'bureau', 'mediator', 'icrc') AND exchange_id IN (SELECT repatria_exchanges()) $$);
CALL repatria_wall('handover_desk_checkin',
  $$ EXISTS (SELECT FROM handover_desk_manifest m WHERE m.id = manifest_id) $$);
CALL repatria_wall('handover_desk_releasedapart',
  $$ $role IN ('delegation', 'bureau', 'mediator', 'icrc') AND exchange_id IN (SELECT repatria_exchanges()) $$);
CALL repatria_wall('handover_desk_remainsbag',
  $$ $role IN ('delegation', 'bureau', 'mediator', 'icrc') AND exchange_id IN (SELECT repatria_exchanges()) $$);

-- A side's own words: its delegation's until they are public; the mediator's press reads what is held.
CALL repatria_wall('public_sideaccount', $$
  state IN ('released', 'corrected')
  OR $role = 'delegation' AND party_id = $party
  OR $role = 'press' AND state = 'held' AND exchange_id IN (SELECT repatria_exchanges()) $$,
  $$ $role = 'delegation' AND party_id = $party $$);

-- Who read whom: what one has read oneself (the quota counts it), and who read one's own party's people.
CALL repatria_wall('audit_reading', $$ reader_id = $me
  OR $role IN ('delegation', 'bureau', 'icrc', 'case_worker', 'mediator') AND party_id = $party $$,
  $$ reader_id = $me $$);
CALL repatria_wall('audit_alarm', $$ $role = 'administrator'
  OR $role IN ('delegation', 'bureau', 'icrc', 'case_worker', 'mediator') AND party_id = $party $$);
CALL repatria_wall('audit_canary', $$ $role = 'delegation' AND party_id = $party $$);
CALL repatria_wall('tokens_token', $$ person_id = $me $$);
CALL repatria_wall('ledger_opening', $$ party_id = $party $$, 'true');
CALL repatria_wall('two_persons_act', $$ party_id = $party OR proposed_by_id = $me
  OR $role = 'administrator' AND (party_id IS NULL OR kind LIKE 'accounts.%') $$);

-- What the site may do at all. What is evidence is only ever added to.
GRANT USAGE ON SCHEMA public TO repatria_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO repatria_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO repatria_app;
REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM repatria_app;
REVOKE UPDATE, DELETE ON audit_reading, ledger_entry, matching_desk_decision, registry_event FROM repatria_app;
GRANT UPDATE (index) ON ledger_entry TO repatria_app;
GRANT UPDATE (details) ON registry_event TO repatria_app;  -- to seal it anew under a new key
GRANT UPDATE (undone_by_id, undone_at, commitment, entry_id) ON matching_desk_decision TO repatria_app;
REVOKE DELETE ON audit_alarm, audit_canary, vault_partykey, ledger_opening, registry_person FROM repatria_app;
