-- What people do about breaks is told whole: from which state to which, by whom, with what reason, and to whom it was given.
-- from_state, owner, assignee: null where the event says nothing of them.
alter table recon_break_event
    add column from_state smallint check (from_state between 1 and 5),
    add column owner      smallint check (owner between 1 and 5),
    add column assignee   text;
