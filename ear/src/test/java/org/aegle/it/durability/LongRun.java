package org.aegle.it.durability;

/** Whether {@code bin/test --long} asked for the long versions of the proofs. */
final class LongRun {
    private LongRun() {}

    /** How often to repeat something in this run. */
    static int rounds(int inEveryRun, int inALongOne) {
        return Boolean.getBoolean("aegle.long") ? inALongOne : inEveryRun;
    }
}
