package org.amanet.links;

/**
 * A value as it is compared.
 *
 * @param sound whether it could be read as what its type says; otherwise it is compared as it was
 *     written
 */
record Normal(String value, boolean sound) {
    static Normal sound(String value) {
        return new Normal(value, !value.isEmpty());
    }

    @Override
    public String toString() {
        return "Normal";
    }
}
