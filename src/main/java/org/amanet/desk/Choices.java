package org.amanet.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.amanet.dossiers.EarlierAccount;
import org.amanet.dossiers.Involved;
import org.amanet.dossiers.Referral;
import org.amanet.dossiers.Statement;

/** What the forms of a dossier offer to choose from. */
@ApplicationScoped
@Named("choices")
class Choices {
    public List<Statement.Basis> bases() {
        return List.of(Statement.Basis.values());
    }

    public List<Involved.Category> categories() {
        return List.of(Involved.Category.values());
    }

    public List<Involved.Whereabouts> places() {
        return List.of(Involved.Whereabouts.values());
    }

    public List<EarlierAccount.To> listeners() {
        return List.of(EarlierAccount.To.values());
    }

    public List<EarlierAccount.Kept> keepings() {
        return List.of(EarlierAccount.Kept.values());
    }

    public List<Referral.Reached> states() {
        return List.of(Referral.Reached.values());
    }

    /** Of the text that names a code list. */
    public String key(String list) {
        return "list_" + list.toLowerCase(Locale.ROOT);
    }
}
