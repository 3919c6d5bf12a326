package org.amanet.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What lies on top in every package: what it is, how to open it and how to check it, in words. */
final class Leaflet {
    private static final String TEXT =
            """
            WHAT THIS IS

            First accounts that people entrusted to %1$s.
            They are not witness statements: nobody was interviewed and nothing was verified.

            reports.csv             all accounts in one table (UTF-8, commas)
            report-.../report.json  one account with its codes
            report-.../consent.json what the person allows you, and what may follow
            report-.../custody.csv  through whose hands it went

            Items and pseudonyms were made for this package alone. A person with a pseudonym can be
            asked through %1$s; an anonymous person cannot. Left out: relatives, persons
            whom the reporter does not trust, messages and notes; for anonymous persons also the
            hour and the time in their own words. Codes are explained at /api/v1/codes, in the
            version that codeListVersion names.

            HOW IT WAS OPENED, AND HOW TO CHECK IT

            Needed: age, unzip, openssl (3.0 or newer) and sha512sum. Run these in this order, in
            the folder with the downloaded file; key.txt is the key that you made and kept:

              1. age -d -i key.txt -o %2$s.zip %2$s.zip.age
              2. unzip %2$s.zip
              3. openssl pkey -pubin -in %2$s.pem -outform DER | sha256sum
              4. openssl pkeyutl -verify -pubin -inkey %2$s.pem -rawin -in %2$s/tagmanifest-sha512.txt -sigfile %2$s.sig
              5. cd %2$s
              6. sha512sum -c tagmanifest-sha512.txt
              7. sha512sum -c manifest-sha512.txt

            Step 3 must print the fingerprint of the signing key,

              %3$s

            which is worth something only if you have heard it from %1$s by another way: anybody
            who could forge a package could write this line too.
            Step 4 must say "Signature Verified Successfully": %1$s made the list of lists.
            Steps 6 and 7 must say OK for every file: the lists and the files are the ones that were
            signed. If any step says otherwise, use nothing and refuse the package as unreadable.

            THE CUSTODY LOG

            Each line is an entry of a log in which every entry holds the hash of the one before. The
            proof is the SHA-256 of "amanet-custody-v1", the reference of this package and the hash
            of the entry (hexadecimal), separated by single spaces. %1$s can show the entry
            itself where a court asks for it.
            """;

    private Leaflet() {}

    /**
     * Writes it.
     *
     * @param name of the package, without ending
     * @param fingerprint of the key that signs it
     */
    static void write(String organisation, String name, String fingerprint, OutputStream out)
            throws IOException {
        String text = TEXT.formatted(organisation, name, fingerprint);
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
