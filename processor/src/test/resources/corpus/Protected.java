package corpus;

import static corpus.Args.d;
import static corpus.Args.i;

import dev.pullback.Differentiable;
import java.util.concurrent.locks.ReentrantLock;

/** {@code try} with {@code finally}, left in every way, and {@code synchronized}. What finally does shows in an int array. */
final class Protected {
    private Protected() {}

    @Differentiable
    static double square(double x, int[] k) {
        try {
            x = x * x;
        } finally {
            k[1]++;
        }
        return x * x;
    }

    static Object[][] squareArgs() {
        return new Object[][] {{0.7, i(1, 2)}, {0.7, i(1)}};
    }

    @Differentiable
    static double returns(double x, int[] k) {
        try {
            if (x > 1) {
                return Math.sin(x);
            }
            x = x * k[2];
        } finally {
            k[1]++;
        }
        return x * x;
    }

    static Object[][] returnsArgs() {
        return new Object[][] {{0.7, i(1, 2, 3)}, {1.7, i(1, 2, 3)}, {0.7, i(1, 2)}, {1.7, i(1, 2)}};
    }

    @Differentiable
    static double alwaysReturns(double x, int[] k) {
        try {
            return Math.exp(x) * k[0];
        } finally {
            k[0] = 5;
        }
    }

    static Object[][] alwaysReturnsArgs() {
        return new Object[][] {{0.7, i(3)}, {0.7, i()}};
    }

    @Differentiable
    static double loop(double[] x, int[] k) {
        double s = 0;
        for (int j = 0; j < x.length; j++) {
            k[0]++;
            try {
                if (k[j] == 7) {
                    continue;
                }
                if (k[j] == 8) {
                    break;
                }
                if (k[j] == 9) {
                    return s * s;
                }
                if (k[j] == 10) {
                    throw new IllegalStateException("s is " + s);
                }
                s += x[j] * Math.exp(s);
            } finally {
                k[0] -= 3;
            }
            s *= 2;
        }
        return s;
    }

    static Object[][] loopArgs() {
        double[] x = d(0.4, -0.3, 0.2, 0.1);
        return new Object[][] {
            {x, i(1, 2, 3, 4)},
            {x, i(1, 7, 3, 7)},
            {x, i(1, 2, 8, 4)},
            {x, i(1, 2, 9, 4)},
            {x, i(1, 2, 3, 10)},
            {x, i(1, 2, 3)}
        };
    }

    @Differentiable
    static double labels(double[] x, int[] k) {
        double s = 1;
        outer:
        for (int a = 0; a < x.length; a++) {
            for (double b : x) {
                try {
                    k[0]++;
                    if (k[0] == k[1]) {
                        continue outer;
                    }
                    if (k[0] == k[2]) {
                        break outer;
                    }
                    s = s * b + x[a];
                } finally {
                    k[0]++;
                }
                s += b * b;
            }
        }
        return s;
    }

    static Object[][] labelsArgs() {
        double[] x = d(0.4, -0.3, 0.2);
        return new Object[][] {{x, i(0, 0, 0)}, {x, i(0, 3, 11)}, {x, i(0, 5, 8)}, {x, i(0, 9, 3)}};
    }

    @Differentiable
    static double inPlace(double[] x, int[] k) {
        int n = 0;
        try {
            x[0] *= x[1];
            n = 2;
            x[1] = x[1] * x[k[0]];
        } finally {
            int m = k[0];
            m++;
            k[0] = m;
        }
        return x[0] * n * x[1];
    }

    static Object[][] inPlaceArgs() {
        return new Object[][] {{d(0.7, 0.4, 0.3), i(0)}, {d(0.7, 0.4, 0.3), i(2)}, {d(0.7, 0.4, 0.3), i(3)}};
    }

    @Differentiable
    static double assignedInFinally(double x, int[] k) {
        int n = 3;
        double y;
        double scale = 1;
        try {
            y = x * x * n;
        } finally {
            n = k[0];
            scale = 0.5 * n;
        }
        return y * n * x * scale;
    }

    static Object[][] assignedInFinallyArgs() {
        return new Object[][] {{0.7, i(4)}, {0.7, i()}};
    }

    static double counted(double x, int[] k) {
        try {
            return x * Math.exp(x);
        } finally {
            k[0]++;
        }
    }

    @Differentiable
    static double nested(double x, int[] k) {
        double s = 0;
        try {
            try {
                s = counted(x, k) * counted(s + x, k);
            } finally {
                k[1] *= 2;
                try {
                    k[1] += k[2];
                } finally {
                    k[1]++;
                }
            }
            s *= counted(s, k);
        } finally {
            k[1]++;
        }
        return s;
    }

    static Object[][] nestedArgs() {
        return new Object[][] {{0.7, i(1, 2, 3)}, {0.7, i(1, 2)}};
    }

    @Differentiable
    static double thrownByACallee(double x, int[] k) {
        try {
            k[0] = 2;
            return checked(x) * x;
        } finally {
            k[0] = k[0] * 10 + k[1];
        }
    }

    static double checked(double x) {
        if (x < 0) {
            throw new IllegalArgumentException("no " + x);
        }
        return Math.sqrt(x);
    }

    static Object[][] thrownByACalleeArgs() {
        return new Object[][] {{0.7, i(1, 2)}, {-0.7, i(1, 2)}};
    }

    @Differentiable
    static double alwaysThrows(double x, int[] k) {
        if (x < 0) {
            try {
                k[0]++;
                throw new IllegalArgumentException("no " + x);
            } finally {
                k[0] *= 3;
            }
        }
        return x * x;
    }

    static Object[][] alwaysThrowsArgs() {
        return new Object[][] {{0.7, i(1)}, {-0.7, i(1)}};
    }

    @Differentiable
    static double finallyThrows(double x, int[] k) {
        double y = x;
        try {
            y *= x / k[0];
            y *= 100 / k[0];
        } finally {
            if (k[0] < 2) {
                throw new IllegalStateException("k is " + k[0]);
            }
        }
        return y;
    }

    static Object[][] finallyThrowsArgs() {
        return new Object[][] {{0.7, i(3)}, {0.7, i(1)}, {0.7, i(0)}};
    }

    @Differentiable
    static double references(double[][] rows, int[] k, double y) {
        double[] row = rows[0];
        try {
            if (k[0] > 1) {
                row = rows[1];
            }
            double[] swapped = rows[0];
            rows[0] = rows[1];
            rows[1] = swapped;
            row[0] *= y;
        } finally {
            k[0]++;
        }
        return row[0] * rows[0][0] + rows[1][0] * y;
    }

    static Object[][] referencesArgs() {
        double[][] rows = {d(0.7), d(0.4)};
        return new Object[][] {{rows, i(1), 0.6}, {rows, i(2), 0.6}};
    }

    @Differentiable
    static double buffers(double[] x, int steps, int[] k) {
        double[] now = x.clone();
        for (int t = 0; t < steps; t++) {
            double[] next;
            try {
                next = new double[x.length];
                for (int j = 0; j < x.length; j++) {
                    next[j] = now[j] * now[(j + 1) % x.length] + x[j];
                }
            } finally {
                k[0]++;
            }
            now = next;
        }
        return now[0];
    }

    static Object[][] buffersArgs() {
        return new Object[][] {{d(0.7, 0.4, -0.2), 3, i(0)}, {d(0.7, 0.4), 0, i(0)}, {d(0.7), 2, i()}};
    }

    @Differentiable
    static double locked(double[] x, ReentrantLock lock, int[] k) {
        double s = 0;
        for (double element : x) {
            lock.lock();
            try {
                k[0] += lock.getHoldCount();
                s += element * s + element / k[0];
            } finally {
                lock.unlock();
            }
        }
        k[1] = lock.getHoldCount();
        return s;
    }

    static Object[][] lockedArgs() {
        return new Object[][] {{d(0.7, 0.4, -0.2), new ReentrantLock(), i(0, 5)}};
    }

    @Differentiable
    static double inSynchronized(double x, Object lock, int[] k) {
        double y = x;
        synchronized (lock) {
            k[0] += Thread.holdsLock(lock) ? 1 : 2;
            y = Math.sin(x) * y;
            if (x > 1) {
                return y;
            }
        }
        k[0] += Thread.holdsLock(lock) ? 10 : 20;
        return y * y;
    }

    static Object[][] inSynchronizedArgs() {
        return new Object[][] {{0.7, "lock", i(0)}, {1.7, "lock", i(0)}, {0.7, null, i(0)}};
    }

    @Differentiable
    static double readInFinally(double x, int[] k) {
        int a = k[0];
        int b = a + 1;
        try {
            a = b * k[1];
            x = x * x * a;
            int c = a;
            a = 3 + c;
        } finally {
            k[0] = b;
            k[2] = b * 2;
        }
        return x * x * a;
    }

    static Object[][] readInFinallyArgs() {
        return new Object[][] {{0.7, i(1, 2, 3)}, {0.7, i(1)}};
    }

    @Differentiable
    static double loopInFinally(double x, int[] k) {
        while (true) {
            try {
                x = x * x;
                if (x < 0.01 || x > 2) {
                    return x;
                }
            } finally {
                for (int j = 0; j < 3; j++) {
                    if (k[j] > 4) {
                        break;
                    }
                    k[j]++;
                }
            }
        }
    }

    static Object[][] loopInFinallyArgs() {
        return new Object[][] {{0.7, i(1, 2, 3)}, {0.7, i(4, 4, 5)}, {0.7, i(1)}};
    }

    @Differentiable
    static double rootBehind(double x, double y, int[] k) {
        double square;
        try {
            square = (x - y) * (x - y);
        } finally {
            k[0]++;
        }
        return Math.sqrt(square) * x + y;
    }

    static Object[][] rootBehindArgs() {
        return new Object[][] {{0.7, 0.4, i(1)}, {0.4, 0.7, i(1)}};
    }
}
