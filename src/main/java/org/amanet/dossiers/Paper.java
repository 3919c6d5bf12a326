package org.amanet.dossiers;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that the desk works out about a report. The names of the kinds are inside the seals:
 * never changed, never used again for something else.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Translation.class, name = "TRANSLATION"),
    @JsonSubTypes.Type(value = Statement.class, name = "STATEMENT"),
    @JsonSubTypes.Type(value = Involved.class, name = "INVOLVED"),
    @JsonSubTypes.Type(value = EarlierAccount.class, name = "EARLIER_ACCOUNT"),
    @JsonSubTypes.Type(value = Coding.class, name = "CODING"),
    @JsonSubTypes.Type(value = Task.class, name = "TASK"),
    @JsonSubTypes.Type(value = Referral.class, name = "REFERRAL"),
    @JsonSubTypes.Type(value = Struck.class, name = "STRUCK")
})
@Schema(
        oneOf = {
            Translation.class,
            Statement.class,
            Involved.class,
            EarlierAccount.class,
            Coding.class,
            Task.class,
            Referral.class,
            Struck.class
        },
        discriminatorProperty = "kind",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "TRANSLATION", schema = Translation.class),
            @DiscriminatorMapping(value = "STATEMENT", schema = Statement.class),
            @DiscriminatorMapping(value = "INVOLVED", schema = Involved.class),
            @DiscriminatorMapping(value = "EARLIER_ACCOUNT", schema = EarlierAccount.class),
            @DiscriminatorMapping(value = "CODING", schema = Coding.class),
            @DiscriminatorMapping(value = "TASK", schema = Task.class),
            @DiscriminatorMapping(value = "REFERRAL", schema = Referral.class),
            @DiscriminatorMapping(value = "STRUCK", schema = Struck.class)
        })
public sealed interface Paper
        permits Translation, Statement, Involved, EarlierAccount, Coding, Task, Referral, Struck {
    /** A year, a month or a day, as far as it is known (ISO 8601). */
    String DAY = "\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?";
}
