package subject;

/** Every way through a method. */
final class Control {
    static double straight(double a, double b) {
        double s = a * b;
        double t = s;
        s = t + a / b - s % 3;
        return -s;
    }

    static double ifElse(double a, int k) {
        double s;
        if (k > 2) s = a;
        else if (k == 1) { s = 2 * a; double t = s + 1; s += t; }
        else s = 3;
        return s;
    }

    static double earlyReturns(double a, int k) {
        if (k < 0) return a;
        if (k == 0) { a = a * 2; return a; } else { a += 1; }
        if (k == 3) { throw new IllegalStateException("three " + k); }
        { if (k == 4) return 4; a *= 3; }
        if (k == 1) { if (a > 1) return 1.5; a = 7; }
        a += k;
        return a * a;
    }

    static double nestedReturns(double a, int k, boolean b) {
        if (b) { if (k > 3) { if (a > 0) return 1; a = 5; } else a = 6; a++; }
        if (k == 2) { return a + 1; } else if (k == 3) { if (b) return 2; }
        return a;
    }

    static int bothEnd(int k) {
        if (k > 1) { return 1; } else { throw new ArithmeticException("x"); }
    }

    static void voidReturns(double[] x, int k) {
        if (k < 0) return;
        x[0] = k;
        if (k > 3) { x[0]++; return; }
        for (int i = 0; i < k; i++) { if (x[0] > 2) return; x[0] += 0.5; }
        x[0] = -x[0];
    }

    static double sum(double[] x) {
        double s = 0;
        for (int i = 0; i < x.length; i++) { s += x[i] * x[i]; }
        return s;
    }

    static double down(double[] x, int n) {
        double s = 1;
        for (int i = n - 1; i >= 0; i -= 2) s = s * 2 + x[i];
        return s;
    }

    static double twoVariables(double[] x) {
        double s = 0;
        for (int i = 0, j = x.length - 1; i < j; i++, j--) s += x[i] * x[j];
        return s;
    }

    static double dependentUpdates(double[] x) {
        double s = 0;
        int j = 0;
        for (int i = 0; i < x.length; i++, j = i * 2) { if (j == 4) continue; s += x[i] * j; }
        return s + j;
    }

    static int counterAfter(int n, int k) {
        int i;
        for (i = 0; i < n; i++) { if (i == k) break; if (i == 2) continue; }
        return i;
    }

    static int counterInCondition(int n, int m) {
        int i, c = m;
        for (i = 0; c-- > 0 && i < n; i++) { if (c == 3) continue; }
        return i * 100 + c;
    }

    static long longCounter(long n) {
        long s = 0;
        for (long i = 0; i < n % 50; i = i + 3) s += i;
        return s;
    }

    static int changedCounter(int n) {
        int s = 0;
        for (int i = 0; i < n; i++) { s += i; if (s == 3) i++; }
        return s;
    }

    static int emptyFor(int n) {
        int i = 0;
        for (; ; ) { if (i >= n) break; i += 2; }
        for (; i > 0; ) i--;
        return i;
    }

    static double whileLoop(double a) {
        int n = 0;
        while (a > 1 && n < 40) { a /= 2; n++; }
        return a + n;
    }

    static double whileEffects(double[] x) {
        int i = 0;
        double s = 0;
        while (i++ < x.length) { if (x[i - 1] < 0) continue; if (x[i - 1] > 50) break; s += x[i - 1]; }
        return s * 100 + i;
    }

    static double doWhile(double a, int n) {
        int i = 0;
        do { a = a * 0.5 + i; if (a > 20) break; if (i == 1) continue; a += 1; } while (++i < n);
        return a + i;
    }

    static double doOnce(double a) {
        do { if (a > 1) break; a = 3; } while (false);
        return a;
    }

    static double doForever(double a) {
        int i = 0;
        do { if (i++ > 4) return a; a += i; } while (true);
    }

    static double forever(double a, int n) {
        int i = 0;
        while (true) { a = a * 0.5 + 1; if (++i > n) { break; } if (a > 100) return -1; }
        return a;
    }

    static double onlyReturn(double a, int n) {
        for (int i = 0; ; i++) { a += i; if (i > n) return a * i; if (a > 1e6) throw new IllegalArgumentException("a"); }
    }

    static double search(double[] x, double a) {
        for (double v : x) { if (v == a) return v; if (v > 90) break; }
        return -7;
    }

    static int labels(int n, int m) {
        int s = 0;
        outer:
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                if (j == 3) continue outer;
                if (i * j == 6) break outer;
                if (i + j == 9) return -s;
                s += i * 10 + j;
            }
            s += 1000;
        }
        return s;
    }

    static int labelledBlock(int n, boolean b) {
        int s = 0;
        a: { s = 1; if (n > 3) break a; s = 2; b: { if (b) break b; if (n == 1) break a; s = 3; } s += 10; }
        if (n < 0) c: { if (b) break c; s = 77; }
        return s;
    }

    static int labelledWhile(int n) {
        int s = 0, i = 0;
        outer:
        while (i < n) { i++; int j = 0; do { j++; if (j == 2 && i == 2) continue outer; if (j + i > 7) break outer; s += j; } while (j < 4); s *= 2; }
        return s;
    }

    static int deepBreaks(int n, int m) {
        int s = 0;
        a: for (int i = 0; i < n; i++) {
            b: for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    s++;
                    if (k == m) continue b;
                    if (j == m + 1) continue a;
                    if (i == m + 2) break a;
                    if (s > 60) return s;
                    if (s == 13) break b;
                    if (s == 17) break;
                }
                s += 3;
            }
            s += 5;
        }
        return s;
    }

    static double forEach(double[][] x) {
        double s = 0;
        for (double[] row : x) { for (double v : row) { if (v < 0) continue; s += v; } if (s > 1000) break; }
        return s;
    }

    static double forEachWidens(int[] k) {
        double s = 0;
        for (double v : k) s = s * 2 + v;
        for (long v : k) s -= v;
        return s;
    }

    static double shadowed(double a) {
        double s = 0;
        { double t = a; s += t; }
        { double t = 2 * a; s *= t; }
        for (int i = 0; i < 2; i++) { double t = s + i; s = t; }
        for (int i = 3; i > 0; i--) { int t = i; s += t; }
        return s;
    }

    static double lateAssigned(double a, int k) {
        double t;
        if (k > 2) { t = a; } else { if (k == 0) return 9; t = 2; }
        final double u;
        while (true) { if (k++ > 4) { u = t + k; break; } }
        return u;
    }

    static double ternaries(double a, double b, int k) {
        double m = a > b ? a : b;
        int i = k > 0 ? k : -k;
        long l = k > 1 ? 1 : 2L;
        return (k == 3 ? m : k == 4 ? i : l) + (a < b ? 1f : 2);
    }

    static double collatz(int n) {
        double s = 0;
        while (n > 1) { if (n % 2 == 0) { n /= 2; } else { n = 3 * n + 1; } s += 1.0 / n; }
        return s;
    }

    static double unusedFlags(double[] x) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) { if (x[i] > 3) { s += 3; continue; } s += x[i]; } else { s -= 1; if (x[i] < -2) continue; s -= 1; }
        }
        return s;
    }

    static double throwsInLoop(double[] x) {
        double s = 0;
        for (double v : x) { if (v != v) throw new ArithmeticException("NaN after " + s); s += v; }
        return s;
    }

    static double loopThenReturn(double[] x, int k) {
        double s = 0;
        if (k > 1) { for (double v : x) { if (v > 1) return v; s += v; } }
        else { while (k < 2) { k++; if (k == 1) return s; } }
        return s + k;
    }

    static boolean logic(boolean a, boolean b, int k) {
        boolean c = a && b || !a && k > 2;
        c &= k != 3; c |= b ^ a;
        return c == (a & b | k < 0) != b;
    }

    static int constantConditions(int n) {
        final boolean yes = true;
        int s = 0;
        while (yes) { if (s > n) return s; s++; }
    }

    static double emptyStatements(double a) { ; ; for (int i = 0; i < 3; i++) ; if (a > 0) ; else a = 1; return a; }
}
