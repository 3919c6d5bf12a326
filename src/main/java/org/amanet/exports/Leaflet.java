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
            report-.../blacked-out  pages of files, with parts taken away for good

            A row of black blocks in an account is a passage that was taken away.

            Items and pseudonyms were made for this package alone. A person with a pseudonym can be
            asked through %1$s; an anonymous person cannot. Left out: relatives, persons
            whom the reporter does not trust, messages and notes; for anonymous persons also the
            hour and the time in their own words. Codes are explained at /api/v1/codes, in the
            version that codeListVersion names.

            HOW IT WAS OPENED, AND HOW TO CHECK IT

            Needed: age, unzip, openssl (3.0 or newer) and sha512sum. Run these in this order, in
            the folder with the downloaded file; key.txt is the key that you made and kept:

              1. %3$s
              2. %4$s
              3. %5$s
              4. %6$s
              5. %7$s
              6. %8$s
              7. %9$s

            Step 3 must print the fingerprint of the signing key,

              %2$s

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
        Steps steps = Steps.of(name);
        String text =
                TEXT.formatted(
                        organisation,
                        fingerprint,
                        steps.open(),
                        steps.unpack(),
                        steps.signer(),
                        steps.signature(),
                        steps.enter(),
                        steps.lists(),
                        steps.files());
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
