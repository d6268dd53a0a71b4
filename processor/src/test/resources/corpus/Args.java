package corpus;

/** Short ways to write the arguments of the corpus. */
final class Args {
    private Args() {}

    static double[] d(double... numbers) {
        return numbers;
    }

    static float[] f(double... numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    static int[] i(int... numbers) {
        return numbers;
    }

    static double[][] rows(double[]... rows) {
        return rows;
    }
}
