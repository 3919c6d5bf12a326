package org.amanet.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.amanet.reports.Choice;
import org.amanet.reports.Consent;
import org.amanet.reports.ConsentForm;
import org.amanet.reports.ConsentRow;

/** Says where a consent matrix cannot be kept as it is. */
@ApplicationScoped
class ConsentCheck {
    private final Validator validator;

    ConsentCheck(Validator validator) {
        this.validator = validator;
    }

    /** What is wrong with a field. */
    enum Hint {
        COUNTRY,
        NAME,
        NAME_TOO_LONG
    }

    /** A field to look at again. */
    record Missed(ConsentRow row, String field, Hint hint) {}

    /** What to look at again, in the order in which it is asked; nothing where all is well. */
    List<Missed> missed(ConsentForm form) {
        Map<Consent.Scope, Choice> choices = form.choices();
        List<Missed> missed = new ArrayList<>();
        for (ConsentRow row : ConsentRow.ALL) {
            Choice choice = choices.getOrDefault(row.scope(), Choice.NO);
            if (!validator.validateProperty(choice, "country").isEmpty()) {
                missed.add(new Missed(row, row.countryField(), Hint.COUNTRY));
            } else if (!validator.validateProperty(choice, "name").isEmpty()) {
                missed.add(new Missed(row, row.nameField(), Hint.NAME_TOO_LONG));
            } else if (!choice.isNamed(row.scope())) {
                missed.add(unnamed(row));
            }
        }
        return missed;
    }

    private static Missed unnamed(ConsentRow row) {
        return row.asksName()
                ? new Missed(row, row.nameField(), Hint.NAME)
                : new Missed(row, row.countryField(), Hint.COUNTRY);
    }
}
