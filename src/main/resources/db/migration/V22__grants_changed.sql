-- A grant that is sealed anew stays where it is: whoever took their own away first could not put it back past the wall.
grant update (sealed) on report_grant to ${application};
