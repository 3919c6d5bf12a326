package org.amanet.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "photo 1.jpg|attachment; filename=\"photo 1.jpg\"; filename*=UTF-8''photo%201.jpg",
                "../../etc/passwd|attachment; filename=\"file.._.._etc_passwd\"; filename*=UTF-8''file.._.._etc_passwd",
                "ئاۋاز.amr|attachment; filename=\"_____.amr\"; filename*=UTF-8''%D8%A6%D8%A7%DB%8B%D8%A7%D8%B2.amr",
            })
    void namesAreKeptAsFarAsTheyAreSafe(String name, String header) {
        assertEquals(header, Attachment.named(name));
    }

    @ParameterizedTest
    @CsvSource({"'',file", "'.htaccess',file.htaccess"})
    void aNameThatIsNoneGetsOne(String name, String safe) {
        assertTrue(Attachment.named(name).startsWith("attachment; filename=\"" + safe + "\""));
    }

    @Property
    void noNameLeavesItsPlace(@ForAll String name) {
        String header = Attachment.named(name + "\u202egpj.exe\r\n\"; x=");
        assertTrue(
                header.matches(
                        "attachment; filename=\"[A-Za-z0-9._ ()-]+\"; filename\\*=UTF-8''[A-Za-z0-9._%-]+"),
                header);
    }
}
