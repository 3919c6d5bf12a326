package org.amanet.exports;

/**
 * The commands by which a package is opened and checked, in their order: the same in the package
 * and on the page of whoever pulls it.
 *
 * @param signer prints the fingerprint of the key that signed
 */
record Steps(
        String open,
        String unpack,
        String signer,
        String signature,
        String enter,
        String lists,
        String files) {

    /** Makes an investigator's key, once. */
    static final String MAKE_KEY = "age-keygen -o key.txt";

    /** For the package of this name, without ending. */
    static Steps of(String name) {
        return new Steps(
                "age -d -i key.txt -o %1$s.zip %1$s.zip.age".formatted(name),
                "unzip %s.zip".formatted(name),
                "openssl pkey -pubin -in %s.pem -outform DER | sha256sum".formatted(name),
                ("openssl pkeyutl -verify -pubin -inkey %1$s.pem -rawin"
                                + " -in %1$s/tagmanifest-sha512.txt -sigfile %1$s.sig")
                        .formatted(name),
                "cd %s".formatted(name),
                "sha512sum -c tagmanifest-sha512.txt",
                "sha512sum -c manifest-sha512.txt");
    }
}
