package dev.pullback;

import java.util.Arrays;

/**
 * Growable tapes for loops whose number of iterations is known only afterwards. A tape is a plain array, longer than what is on it; the
 * generated code keeps the length.
 */
public final class Tape {

    /** The longest array that every virtual machine can allocate. */
    private static final int LONGEST = Integer.MAX_VALUE - 8;

    private Tape() {}

    /**
     * Puts a value on a tape, into the element of index {@code k}, which is at most the length.
     *
     * @return the array that holds the tape from now on: the given one or, if that was full, a copy of about twice the length
     * @throws OutOfMemoryError if the tape would be longer than an array can be
     */
    public static double[] push(double[] tape, int k, double value) {
        double[] room = k < tape.length ? tape : Arrays.copyOf(tape, grown(tape.length));
        room[k] = value;
        return room;
    }

    /** As {@link #push(double[], int, double)}. */
    public static float[] push(float[] tape, int k, float value) {
        float[] room = k < tape.length ? tape : Arrays.copyOf(tape, grown(tape.length));
        room[k] = value;
        return room;
    }

    /** As {@link #push(double[], int, double)}. */
    public static long[] push(long[] tape, int k, long value) {
        long[] room = k < tape.length ? tape : Arrays.copyOf(tape, grown(tape.length));
        room[k] = value;
        return room;
    }

    /** As {@link #push(double[], int, double)}. */
    public static int[] push(int[] tape, int k, int value) {
        int[] room = k < tape.length ? tape : Arrays.copyOf(tape, grown(tape.length));
        room[k] = value;
        return room;
    }

    /** As {@link #push(double[], int, double)}. */
    public static short[] push(short[] tape, int k, short value) {
        short[] room = k < tape.length ? tape : Arrays.copyOf(tape, grown(tape.length));
        room[k] = value;
        return room;
    }

    /** As {@link #push(double[], int, double)}. */
    public static byte[] push(byte[] tape, int k, byte value) {
        byte[] room = k < tape.length ? tape : Arrays.copyOf(tape, grown(tape.length));
        room[k] = value;
        return room;
    }

    /** As {@link #push(double[], int, double)}. */
    public static char[] push(char[] tape, int k, char value) {
        char[] room = k < tape.length ? tape : Arrays.copyOf(tape, grown(tape.length));
        room[k] = value;
        return room;
    }

    /** As {@link #push(double[], int, double)}. */
    public static boolean[] push(boolean[] tape, int k, boolean value) {
        boolean[] room = k < tape.length ? tape : Arrays.copyOf(tape, grown(tape.length));
        room[k] = value;
        return room;
    }

    /** As {@link #push(double[], int, double)}, for references. */
    public static <T> T[] push(T[] tape, int k, T value) {
        T[] room = k < tape.length ? tape : Arrays.copyOf(tape, grown(tape.length));
        room[k] = value;
        return room;
    }

    static int grown(int length) {
        if (length >= LONGEST) {
            throw new OutOfMemoryError("a loop with more than " + LONGEST + " iterations cannot be taped");
        }
        return length > LONGEST / 2 ? LONGEST : Math.max(16, 2 * length);
    }

    /**
     * The number of iterations of {@code for (int i = from; i < to; i++)}, never negative.
     *
     * @throws OutOfMemoryError if an array of that length cannot be allocated
     */
    public static int trips(int from, int to) {
        long trips = Math.max(0L, (long) to - from);
        if (trips > LONGEST) {
            throw new OutOfMemoryError("a loop with " + trips + " iterations cannot be taped");
        }
        return (int) trips;
    }
}
