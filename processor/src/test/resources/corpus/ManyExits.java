package corpus;

import static corpus.Args.d;
import static corpus.Args.rows;

import dev.pullback.Differentiable;

/** So many ways out of one method or loop that they are not nested in each other any more. */
final class ManyExits {
    private ManyExits() {}

    @Differentiable
    static double returns(double x, double y, int stop) {
        double s = x;
        double t0 = Math.sin(s * y) + x;
        s = t0 * y;
        if (stop == 0 || s > 9) {
            return s * x + t0;
        }
        double t1 = Math.sin(s * y) + x;
        s = t1 * y;
        if (stop == 1 || s > 9) {
            return s * x + t0;
        }
        double t2 = Math.sin(s * y) + x;
        s = t2 * y;
        if (stop == 2 || s > 9) {
            return s * x + t1;
        }
        double t3 = Math.sin(s * y) + t0 * 0.5;
        s = t3 * y;
        if (stop == 3 || s > 9) {
            return s * x + t1;
        }
        double t4 = Math.sin(s * y) + t1 * 0.5;
        s = t4 * y;
        if (stop == 4 || s > 9) {
            return s * x + t2;
        }
        double t5 = Math.sin(s * y) + t2 * 0.5;
        s = t5 * y;
        if (stop == 5 || s > 9) {
            return s * x + t2;
        }
        double t6 = Math.sin(s * y) + t3 * 0.5;
        s = t6 * y;
        if (stop == 6 || s > 9) {
            return s * x + t3;
        }
        double t7 = Math.sin(s * y) + t4 * 0.5;
        s = t7 * y;
        if (stop == 7 || s > 9) {
            return s * x + t3;
        }
        double t8 = Math.sin(s * y) + t5 * 0.5;
        s = t8 * y;
        if (stop == 8 || s > 9) {
            return s * x + t4;
        }
        double t9 = Math.sin(s * y) + t6 * 0.5;
        s = t9 * y;
        if (stop == 9 || s > 9) {
            return s * x + t4;
        }
        double t10 = Math.sin(s * y) + t7 * 0.5;
        s = t10 * y;
        if (stop == 10 || s > 9) {
            return s * x + t5;
        }
        double t11 = Math.sin(s * y) + t8 * 0.5;
        s = t11 * y;
        if (stop == 11 || s > 9) {
            return s * x + t5;
        }
        double t12 = Math.sin(s * y) + t9 * 0.5;
        s = t12 * y;
        if (stop == 12 || s > 9) {
            return s * x + t6;
        }
        double t13 = Math.sin(s * y) + t10 * 0.5;
        s = t13 * y;
        if (stop == 13 || s > 9) {
            return s * x + t6;
        }
        double t14 = Math.sin(s * y) + t11 * 0.5;
        s = t14 * y;
        if (stop == 14 || s > 9) {
            return s * x + t7;
        }
        double t15 = Math.sin(s * y) + t12 * 0.5;
        s = t15 * y;
        if (stop == 15 || s > 9) {
            return s * x + t7;
        }
        double t16 = Math.sin(s * y) + t13 * 0.5;
        s = t16 * y;
        if (stop == 16 || s > 9) {
            return s * x + t8;
        }
        double t17 = Math.sin(s * y) + t14 * 0.5;
        s = t17 * y;
        if (stop == 17 || s > 9) {
            return s * x + t8;
        }
        return t0 + t1 + t2 + t3 + t4 + t5 + t6 + t7 + t8 + t9 + t10 + t11 + t12 + t13 + t14 + t15 + t16 + t17;
    }

    static Object[][] returnsArgs() {
        return new Object[][] {{0.7, 1.1, 0}, {0.7, 1.1, 1}, {0.7, 1.1, 4}, {0.7, 1.1, 8}, {0.7, 1.1, 9}, {0.7, 1.1, 10}, {0.7, 1.1, 16}, {0.7, 1.1, 17}, {0.7, 1.1, 99}, {2.7, 4.1, 99}};
    }

    @Differentiable
    static double guards(double x, double y, int stop) {
        double two = 2;
        double s = x;
        s = Math.exp(-s) * two + y;
        if (stop == 0) {
            return s * y;
        }
        s = Math.exp(-s) * two + y;
        if (s < -2.0) {
            throw new IllegalArgumentException("s " + 1);
        }
        s = Math.exp(-s) * two + y;
        if (stop == 2) {
            return s * y;
        }
        s = Math.exp(-s) * two + y;
        if (s < -4.0) {
            throw new IllegalArgumentException("s " + 3);
        }
        s = Math.exp(-s) * two + y;
        if (stop == 4) {
            return s * y;
        }
        s = Math.exp(-s) * two + y;
        if (s < -6.0) {
            throw new IllegalArgumentException("s " + 5);
        }
        two = 3;
        s = Math.exp(-s) * two + y;
        if (stop == 6) {
            return s * y;
        }
        s = Math.exp(-s) * two + y;
        if (s < -8.0) {
            throw new IllegalArgumentException("s " + 7);
        }
        s = Math.exp(-s) * two + y;
        if (stop == 8) {
            return s * y;
        }
        s = Math.exp(-s) * two + y;
        if (s < -10.0) {
            throw new IllegalArgumentException("s " + 9);
        }
        s = Math.exp(-s) * two + y;
        if (stop == 10) {
            return s * y;
        }
        s = Math.exp(-s) * two + y;
        if (s < -12.0) {
            throw new IllegalArgumentException("s " + 11);
        }
        two = x;
        s = Math.exp(-s) * two + y;
        if (stop == 12) {
            return s * y;
        }
        s = Math.exp(-s) * two + y;
        if (s < -14.0) {
            throw new IllegalArgumentException("s " + 13);
        }
        s = Math.exp(-s) * two + y;
        if (stop == 14) {
            return s * y;
        }
        s = Math.exp(-s) * two + y;
        if (s < -16.0) {
            throw new IllegalArgumentException("s " + 15);
        }
        s = Math.exp(-s) * two + y;
        if (stop == 16) {
            return s * y;
        }
        s = Math.exp(-s) * two + y;
        if (s < -18.0) {
            throw new IllegalArgumentException("s " + 17);
        }
        s = Math.exp(-s) * two + y;
        if (stop == 18) {
            return s * y;
        }
        s = Math.exp(-s) * two + y;
        if (s < -20.0) {
            throw new IllegalArgumentException("s " + 19);
        }
        return s;
    }

    static Object[][] guardsArgs() {
        return new Object[][] {{0.7, 1.1, 0}, {0.7, 1.1, 2}, {0.7, 1.1, 8}, {0.7, 1.1, 12}, {0.7, 1.1, 18}, {0.7, 1.1, 99}, {0.7, -2.5, 99}, {0.7, -7.5, 99}};
    }

    @Differentiable
    static double onlyGuards(double x, double y) {
        double s = x;
        if (s < -1.0) {
            throw new IllegalArgumentException("s " + 0);
        }
        s = s * y + Math.cos(s);
        if (s < -2.0) {
            throw new IllegalArgumentException("s " + 1);
        }
        s = s * y + Math.cos(s);
        if (s < -3.0) {
            throw new IllegalArgumentException("s " + 2);
        }
        s = s * y + Math.cos(s);
        if (s < -4.0) {
            throw new IllegalArgumentException("s " + 3);
        }
        s = s * y + Math.cos(s);
        if (s < -5.0) {
            throw new IllegalArgumentException("s " + 4);
        }
        s = s * y + Math.cos(s);
        if (s < -6.0) {
            throw new IllegalArgumentException("s " + 5);
        }
        s = s * y + Math.cos(s);
        if (s < -7.0) {
            throw new IllegalArgumentException("s " + 6);
        }
        s = s * y + Math.cos(s);
        if (s < -8.0) {
            throw new IllegalArgumentException("s " + 7);
        }
        s = s * y + Math.cos(s);
        if (s < -9.0) {
            throw new IllegalArgumentException("s " + 8);
        }
        s = s * y + Math.cos(s);
        if (s < -10.0) {
            throw new IllegalArgumentException("s " + 9);
        }
        s = s * y + Math.cos(s);
        if (s < -11.0) {
            throw new IllegalArgumentException("s " + 10);
        }
        s = s * y + Math.cos(s);
        if (s < -12.0) {
            throw new IllegalArgumentException("s " + 11);
        }
        s = s * y + Math.cos(s);
        return s;
    }

    static Object[][] onlyGuardsArgs() {
        return new Object[][] {{0.7, 1.1}, {-1.7, 1.1}, {-0.7, 3.1}};
    }

    @Differentiable
    static double breaks(double[] x, double y, int stop) {
        double s = y;
        for (int i = 0; i < x.length; i++) {
            double t0 = Math.sin(s + x[i]);
            x[i] += t0 * s;
            s = t0;
            if (i * 20 + 0 == stop) {
                s *= y;
                break;
            }
            double t1 = Math.sin(s + x[i]);
            x[i] += t1 * s;
            s = t1;
            if (i * 20 + 1 == stop) {
                s *= y;
                break;
            }
            double t2 = Math.sin(s + x[i]);
            x[i] += t2 * s;
            s = t2;
            if (i * 20 + 2 == stop) {
                s *= y;
                break;
            }
            double t3 = Math.sin(s + x[i]);
            x[i] += t3 * s;
            s = t3;
            if (i * 20 + 3 == stop) {
                s *= y;
                break;
            }
            double t4 = Math.sin(s + x[i]);
            x[i] += t4 * s;
            s = t4;
            if (i * 20 + 4 == stop) {
                s *= y;
                break;
            }
            double t5 = Math.sin(s + x[i]);
            x[i] += t5 * s;
            s = t5 + t0;
            if (i * 20 + 5 == stop) {
                s *= y;
                break;
            }
            double t6 = Math.sin(s + x[i]);
            x[i] += t6 * s;
            s = t6 + t1;
            if (i * 20 + 6 == stop) {
                s *= y;
                break;
            }
            double t7 = Math.sin(s + x[i]);
            x[i] += t7 * s;
            s = t7 + t2;
            if (i * 20 + 7 == stop) {
                s *= y;
                break;
            }
            double t8 = Math.sin(s + x[i]);
            x[i] += t8 * s;
            s = t8 + t3;
            if (i * 20 + 8 == stop) {
                s *= y;
                break;
            }
            double t9 = Math.sin(s + x[i]);
            x[i] += t9 * s;
            s = t9 + t4;
            if (i * 20 + 9 == stop) {
                s *= y;
                break;
            }
            double t10 = Math.sin(s + x[i]);
            x[i] += t10 * s;
            s = t10 + t5;
            if (i * 20 + 10 == stop) {
                s *= y;
                break;
            }
            double t11 = Math.sin(s + x[i]);
            x[i] += t11 * s;
            s = t11 + t6;
            if (i * 20 + 11 == stop) {
                s *= y;
                break;
            }
            double t12 = Math.sin(s + x[i]);
            x[i] += t12 * s;
            s = t12 + t7;
            if (i * 20 + 12 == stop) {
                s *= y;
                break;
            }
            double t13 = Math.sin(s + x[i]);
            x[i] += t13 * s;
            s = t13 + t8;
            if (i * 20 + 13 == stop) {
                s *= y;
                break;
            }
            s += t2 * t9;
        }
        return s;
    }

    static Object[][] breaksArgs() {
        return new Object[][] {{d(0.5, -0.3, 0.8), 0.4, 0}, {d(0.5, -0.3, 0.8), 0.4, 3}, {d(0.5, -0.3, 0.8), 0.4, 9}, {d(0.5, -0.3, 0.8), 0.4, 13}, {d(0.5, -0.3, 0.8), 0.4, 27}, {d(0.5, -0.3, 0.8), 0.4, 40}, {d(0.5, -0.3, 0.8), 0.4, 49}, {d(0.5, -0.3, 0.8), 0.4, 53}, {d(0.5, -0.3, 0.8), 0.4, 99}, {d(), 0.4, 0}};
    }

    @Differentiable
    static double continues(double[] x, double y) {
        double s = y;
        for (int i = 0; i < x.length; i++) {
            double t0 = Math.sin(s * x[i]) * y;
            s += t0;
            if (i == 99) {
                s *= x[0];
                continue;
            }
            double t1 = Math.sin(s * x[i]) * y;
            s += t1;
            if (i == 0) {
                s *= x[0];
                continue;
            }
            double t2 = Math.sin(s * x[i]) * y;
            s += t2;
            if (i == 1) {
                s *= x[0];
                continue;
            }
            double t3 = Math.sin(s * x[i]) * y;
            s += t3;
            if (i == 99) {
                s *= x[0];
                continue;
            }
            double t4 = Math.sin(s * x[i]) * t0;
            s += t4;
            if (i == 2) {
                s *= x[0];
                continue;
            }
            double t5 = Math.sin(s * x[i]) * t1;
            s += t5;
            if (i == 2) {
                s *= x[0];
                continue;
            }
            double t6 = Math.sin(s * x[i]) * t2;
            s += t6;
            if (i == 99) {
                s *= x[0];
                continue;
            }
            double t7 = Math.sin(s * x[i]) * t3;
            s += t7;
            if (i == 3) {
                s *= x[0];
                continue;
            }
            double t8 = Math.sin(s * x[i]) * t4;
            s += t8;
            if (i == 4) {
                s *= x[0];
                continue;
            }
            double t9 = Math.sin(s * x[i]) * t5;
            s += t9;
            if (i == 99) {
                s *= x[0];
                continue;
            }
            double t10 = Math.sin(s * x[i]) * t6;
            s += t10;
            if (i == 5) {
                s *= x[0];
                continue;
            }
            double t11 = Math.sin(s * x[i]) * t7;
            s += t11;
            if (i == 5) {
                s *= x[0];
                continue;
            }
            double t12 = Math.sin(s * x[i]) * t8;
            s += t12;
            if (i == 99) {
                s *= x[0];
                continue;
            }
            s += t0 * t12;
        }
        return s;
    }

    static Object[][] continuesArgs() {
        return new Object[][] {{d(0.5, -0.3, 0.8, 1.1, -0.4, 0.3, 0.9, 0.2), 0.4}, {d(1.2), 0.3}, {d(), 0.4}};
    }

    @Differentiable
    static double everyWay(double[][] m, double y, int stop) {
        double s = y;
        rows:
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m[i].length; j++) {
                s = Math.sin(s + m[i][j]);
                if (2 * i + j == stop + 0) {
                    s += m[i][j];
                    break;
                }
                s = Math.sin(s + m[i][j]);
                if (3 * i + j == stop + 1) {
                    s += m[i][j];
                    continue;
                }
                s = Math.sin(s + m[i][j]);
                if (4 * i + j == stop + 2) {
                    s += m[i][j];
                    break rows;
                }
                s = Math.sin(s + m[i][j]);
                if (5 * i + j == stop + 3) {
                    s += m[i][j];
                    continue rows;
                }
                s = Math.sin(s + m[i][j]);
                if (6 * i + j == stop + 0) {
                    s += m[i][j];
                    return s * y;
                }
                s = Math.sin(s + m[i][j]);
                if (2 * i + j == stop + 1) {
                    s += m[i][j];
                    break;
                }
                s = Math.sin(s + m[i][j]);
                if (3 * i + j == stop + 2) {
                    s += m[i][j];
                    continue;
                }
                s = Math.sin(s + m[i][j]);
                if (4 * i + j == stop + 3) {
                    s += m[i][j];
                    break rows;
                }
                s = Math.sin(s + m[i][j]);
                if (5 * i + j == stop + 0) {
                    s += m[i][j];
                    continue rows;
                }
                s = Math.sin(s + m[i][j]);
                if (6 * i + j == stop + 1) {
                    s += m[i][j];
                    return s * y;
                }
                s = Math.sin(s + m[i][j]);
                if (2 * i + j == stop + 2) {
                    s += m[i][j];
                    break;
                }
                s = Math.sin(s + m[i][j]);
                if (3 * i + j == stop + 3) {
                    s += m[i][j];
                    continue;
                }
                s = Math.sin(s + m[i][j]);
                if (4 * i + j == stop + 0) {
                    s += m[i][j];
                    break rows;
                }
                s = Math.sin(s + m[i][j]);
                if (5 * i + j == stop + 1) {
                    s += m[i][j];
                    continue rows;
                }
                s = Math.sin(s + m[i][j]);
                if (6 * i + j == stop + 2) {
                    s += m[i][j];
                    return s * y;
                }
                s *= m[i][0];
            }
            s += y;
        }
        return s;
    }

    static Object[][] everyWayArgs() {
        return new Object[][] {{rows(d(0.5, 0.6), d(-0.3, 0.8, 1.1), d(0.9)), 0.4, -9}, {rows(d(0.5, 0.6), d(-0.3, 0.8, 1.1), d(0.9)), 0.4, -1}, {rows(d(0.5, 0.6), d(-0.3, 0.8, 1.1), d(0.9)), 0.4, 0}, {rows(d(0.5, 0.6), d(-0.3, 0.8, 1.1), d(0.9)), 0.4, 1}, {rows(d(0.5, 0.6), d(-0.3, 0.8, 1.1), d(0.9)), 0.4, 2}, {rows(d(0.5, 0.6), d(-0.3, 0.8, 1.1), d(0.9)), 0.4, 3}, {rows(d(0.5, 0.6), d(-0.3, 0.8, 1.1), d(0.9)), 0.4, 4}, {rows(d(0.5, 0.6), d(-0.3, 0.8, 1.1), d(0.9)), 0.4, 5}, {rows(d(0.5, 0.6), d(-0.3, 0.8, 1.1), d(0.9)), 0.4, 7}, {rows(d(0.5, 0.6), d(-0.3, 0.8, 1.1), d(0.9)), 0.4, 99}};
    }

    @Differentiable
    static double references(double[] a, double[] b, double y, int stop) {
        double[] r = a;
        double s = y;
        if (stop == 0) {
            return s * r[0];
        }
        r = stop % 3 == 1 ? b : a;
        s = Math.sin(s + r[0]);
        if (stop == 1) {
            return s * r[0];
        }
        r = stop % 3 == 2 ? b : a;
        s = Math.sin(s + r[1]);
        if (stop == 2) {
            return s * r[0];
        }
        r = stop % 3 == 0 ? b : a;
        s = Math.sin(s + r[0]);
        if (stop == 3) {
            return s * r[0];
        }
        r = stop % 3 == 1 ? b : a;
        s = Math.sin(s + r[1]);
        if (stop == 4) {
            return s * r[0];
        }
        r = stop % 3 == 2 ? b : a;
        s = Math.sin(s + r[0]);
        if (stop == 5) {
            return s * r[0];
        }
        r = stop % 3 == 0 ? b : a;
        s = Math.sin(s + r[1]);
        if (stop == 6) {
            return s * r[0];
        }
        r = stop % 3 == 1 ? b : a;
        s = Math.sin(s + r[0]);
        if (stop == 7) {
            return s * r[0];
        }
        r = stop % 3 == 2 ? b : a;
        s = Math.sin(s + r[1]);
        if (stop == 8) {
            return s * r[0];
        }
        r = stop % 3 == 0 ? b : a;
        s = Math.sin(s + r[0]);
        if (stop == 9) {
            return s * r[0];
        }
        r = stop % 3 == 1 ? b : a;
        s = Math.sin(s + r[1]);
        if (stop == 10) {
            return s * r[0];
        }
        r = stop % 3 == 2 ? b : a;
        s = Math.sin(s + r[0]);
        if (stop == 11) {
            return s * r[0];
        }
        r = stop % 3 == 0 ? b : a;
        s = Math.sin(s + r[1]);
        return s + r[1];
    }

    static Object[][] referencesArgs() {
        return new Object[][] {{d(0.5, 0.6), d(-0.3, 0.8), 0.4, 0}, {d(0.5, 0.6), d(-0.3, 0.8), 0.4, 3}, {d(0.5, 0.6), d(-0.3, 0.8), 0.4, 8}, {d(0.5, 0.6), d(-0.3, 0.8), 0.4, 9}, {d(0.5, 0.6), d(-0.3, 0.8), 0.4, 11}, {d(0.5, 0.6), d(-0.3, 0.8), 0.4, 99}};
    }

    @Differentiable
    static double elseIfs(double x, double y, int k) {
        double s = x;
        double q;
        if (k == 0) {
            double u0 = Math.exp(-x * 1);
            double v0 = Math.sin(u0 * y);
            s = v0 * u0;
            q = y;
        } else if (k == 1) {
            double u1 = Math.exp(-x * 2);
            double v1 = Math.sin(u1 * y);
            s = v1 * u1;
            q = u1;
        } else if (k == 2) {
            double u2 = Math.exp(-x * 3);
            double v2 = Math.sin(u2 * y);
            s = v2 * u2;
            q = y;
        } else if (k == 3) {
            double u3 = Math.exp(-x * 4);
            double v3 = Math.sin(u3 * y);
            s = v3 * u3;
            q = u3;
        } else if (k == 4) {
            double u4 = Math.exp(-x * 5);
            double v4 = Math.sin(u4 * y);
            s = v4 * u4;
            q = y;
        } else if (k == 5) {
            double u5 = Math.exp(-x * 6);
            double v5 = Math.sin(u5 * y);
            s = v5 * u5;
            q = u5;
        } else if (k == 6) {
            double u6 = Math.exp(-x * 7);
            double v6 = Math.sin(u6 * y);
            s = v6 * u6;
            q = y;
        } else if (k == 7) {
            double u7 = Math.exp(-x * 8);
            double v7 = Math.sin(u7 * y);
            s = v7 * u7;
            q = u7;
        } else if (k == 8) {
            double u8 = Math.exp(-x * 9);
            double v8 = Math.sin(u8 * y);
            s = v8 * u8;
            q = y;
        } else if (k == 9) {
            double u9 = Math.exp(-x * 10);
            double v9 = Math.sin(u9 * y);
            s = v9 * u9;
            q = u9;
        } else if (k == 10) {
            double u10 = Math.exp(-x * 11);
            double v10 = Math.sin(u10 * y);
            s = v10 * u10;
            q = y;
        } else if (k == 11) {
            double u11 = Math.exp(-x * 12);
            double v11 = Math.sin(u11 * y);
            s = v11 * u11;
            q = u11;
        } else if (k == 12) {
            double u12 = Math.exp(-x * 13);
            double v12 = Math.sin(u12 * y);
            s = v12 * u12;
            q = y;
        } else if (k == 13) {
            double u13 = Math.exp(-x * 14);
            double v13 = Math.sin(u13 * y);
            s = v13 * u13;
            q = u13;
        } else {
            q = x;
        }
        return s * q + y;
    }

    static Object[][] elseIfsArgs() {
        return new Object[][] {{0.6, 0.9, 0}, {0.6, 0.9, 1}, {0.6, 0.9, 5}, {0.6, 0.9, 8}, {0.6, 0.9, 13}, {0.6, 0.9, 20}};
    }

    @Differentiable
    static double withinBranches(double x, double y, int stop) {
        double s = x;
        if (s > 0.0) {
            s = Math.sin(s * y);
            if (stop == 0) {
                return s;
            }
            s += 0.3;
        }
        s = s * y + 0;
        if (s > 0.1) {
            s = Math.sin(s * y);
            if (stop == 1) {
                return s;
            }
            s += 0.3;
        }
        s = s * y + 1;
        if (s > 0.2) {
            s = Math.sin(s * y);
            if (stop == 2) {
                return s;
            }
            s += 0.3;
        }
        s = s * y + 2;
        if (s > 0.3) {
            s = Math.sin(s * y);
            if (stop == 3) {
                return s;
            }
            s += 0.3;
        }
        s = s * y + 0;
        if (s > 0.4) {
            s = Math.sin(s * y);
            if (stop == 4) {
                return s;
            }
            s += 0.3;
        }
        s = s * y + 1;
        if (s > 0.5) {
            s = Math.sin(s * y);
            if (stop == 5) {
                return s;
            }
            s += 0.3;
        }
        s = s * y + 2;
        if (s > 0.6) {
            s = Math.sin(s * y);
            if (stop == 6) {
                return s;
            }
            s += 0.3;
        }
        s = s * y + 0;
        if (s > 0.0) {
            s = Math.sin(s * y);
            if (stop == 7) {
                return s;
            }
            s += 0.3;
        }
        s = s * y + 1;
        if (s > 0.1) {
            s = Math.sin(s * y);
            if (stop == 8) {
                return s;
            }
            s += 0.3;
        }
        s = s * y + 2;
        if (s > 0.2) {
            s = Math.sin(s * y);
            if (stop == 9) {
                return s;
            }
            s += 0.3;
        }
        s = s * y + 0;
        if (s > 0.3) {
            s = Math.sin(s * y);
            if (stop == 10) {
                return s;
            }
            s += 0.3;
        }
        s = s * y + 1;
        if (s > 0.4) {
            s = Math.sin(s * y);
            if (stop == 11) {
                return s;
            }
            s += 0.3;
        }
        s = s * y + 2;
        return s;
    }

    static Object[][] withinBranchesArgs() {
        return new Object[][] {{0.65, 0.9, 0}, {0.65, 0.9, 1}, {0.65, 0.9, 6}, {0.65, 0.9, 8}, {0.65, 0.9, 9}, {0.65, 0.9, 11}, {0.65, 0.9, 99}};
    }
}
