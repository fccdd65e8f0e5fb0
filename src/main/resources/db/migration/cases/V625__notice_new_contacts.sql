alter table cases.change_notice drop constraint change_notice_kind_check;
alter table cases.change_notice add constraint change_notice_kind_check
  check (kind in ('SCHOOL_CHANGED', 'STUDENTS_GONE', 'CONTACTS_CHANGED', 'CONTACT_JOINED', 'HAND_OVER'));
