package dev.pullback;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TapeTest {

    private static final int LONGEST = Integer.MAX_VALUE - 8;

    @Test
    void tapesOfEveryTypeGrowAndKeepWhatIsOnThem() {
        double[] doubles = new double[0];
        float[] floats = new float[0];
        long[] longs = new long[1];
        int[] ints = new int[2];
        short[] shorts = new short[0];
        byte[] bytes = new byte[0];
        char[] chars = new char[0];
        boolean[] booleans = new boolean[1];
        double[][] rows = new double[1][];
        for (int k = 0; k < 1000; k++) {
            doubles = Tape.push(doubles, k, k * 0.5);
            floats = Tape.push(floats, k, k * 0.25f);
            longs = Tape.push(longs, k, k * 10_000_000_000L);
            ints = Tape.push(ints, k, -k);
            shorts = Tape.push(shorts, k, (short) k);
            bytes = Tape.push(bytes, k, (byte) k);
            chars = Tape.push(chars, k, (char) k);
            booleans = Tape.push(booleans, k, k % 3 == 0);
            rows = Tape.push(rows, k, new double[] {k});
        }
        for (int k = 0; k < 1000; k++) {
            assertEquals(k * 0.5, doubles[k]);
            assertEquals(k * 0.25f, floats[k]);
            assertEquals(k * 10_000_000_000L, longs[k]);
            assertEquals(-k, ints[k]);
            assertEquals((short) k, shorts[k]);
            assertEquals((byte) k, bytes[k]);
            assertEquals((char) k, chars[k]);
            assertEquals(k % 3 == 0, booleans[k]);
            assertEquals(k, rows[k][0]);
        }
    }

    @Test
    void aTapeWithRoomIsTheArrayThatWasGiven() {
        double[] tape = {1, 2, 3};
        assertSame(tape, Tape.push(tape, 2, 4));
        assertArrayEquals(new double[] {1, 2, 4}, tape);
        double[] grown = Tape.push(tape, 3, 5);
        assertNotSame(tape, grown);
        assertEquals(5, grown[3]);
    }

    @Test
    void nullIsAReferenceLikeOthers() {
        double[][] tape = Tape.push(new double[0][], 0, (double[]) null);
        assertEquals(null, tape[0]);
    }

    @Test
    void tapesDoubleUntilTheyAreAsLongAsAnArrayCanBe() {
        assertEquals(16, Tape.grown(0));
        assertEquals(16, Tape.grown(8));
        assertEquals(2000, Tape.grown(1000));
        assertEquals(LONGEST, Tape.grown(LONGEST / 2 + 1));
        assertEquals(LONGEST, Tape.grown(LONGEST - 1));
        OutOfMemoryError error = assertThrows(OutOfMemoryError.class, () -> Tape.grown(LONGEST));
        assertEquals("a loop with more than 2147483639 iterations cannot be taped", error.getMessage());
    }

    @Test
    void tripsAreCounted() {
        assertEquals(5, Tape.trips(-2, 3));
        assertEquals(1, Tape.trips(Integer.MAX_VALUE - 1, Integer.MAX_VALUE));
        assertEquals(LONGEST, Tape.trips(0, LONGEST));
    }

    @Test
    void tripsAreNeverNegative() {
        assertEquals(0, Tape.trips(3, 3));
        assertEquals(0, Tape.trips(3, -2));
        assertEquals(0, Tape.trips(Integer.MAX_VALUE, Integer.MIN_VALUE));
    }

    @Test
    void moreTripsThanAnArrayCanHoldAreRefusedWithTheirNumber() {
        OutOfMemoryError error =
                assertThrows(OutOfMemoryError.class, () -> Tape.trips(Integer.MIN_VALUE, Integer.MAX_VALUE));
        assertEquals("a loop with 4294967295 iterations cannot be taped", error.getMessage());
        assertThrows(OutOfMemoryError.class, () -> Tape.trips(0, LONGEST + 1));
    }
}
