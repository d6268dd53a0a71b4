package limits;

import dev.pullback.Arguments;
import dev.pullback.GeneratedDerivative;
import dev.pullback.Shadows;
import java.util.function.Function;
import javax.annotation.processing.Generated;

/**
 * Derivatives of {@link Library}.
 */
@Generated("dev.pullback.processor.DifferentiableProcessor")
final class LibraryGrad {
  private LibraryGrad() {
  }

  /**
   * Runs {@link Library#setRow} and keeps what its pullback needs.
   *
   * @param row held, not copied: the pullback reads it again
   * @throws IllegalArgumentException if an array that is written is also another argument
   */
  static SetRowVjp setRowVjp(double[][] x, double[] row) {
    // forward sweep
    Arguments.requireDistinct("x", x, "row", row);
    Arguments.requireDistinctRows("x", x);
    double[][] xShape = Shadows.zerosLike(x);
    x[0] = row;
    return new SetRowVjp(xShape, x.length, row);
  }

  /**
   * Runs {@link Library#setRow} and carries tangents along.
   *
   * @param xDot in: the tangent of the initial content of {@code x}; out: of its final content
   */
  static void setRowJvp(double[][] x, double[] row, double[][] xDot, double[] rowDot) {
    Arguments.requireDistinct("x", x, "row", row);
    Arguments.requireDistinctRows("x", x);
    Arguments.requireDistinct("xDot", xDot, "rowDot", rowDot);
    x[0] = row;
    xDot[0] = rowDot;
  }

  /**
   * The pullback of {@link Library#setRow} at one point. It can be applied any number of times, from any thread.
   */
  @GeneratedDerivative(
      of = "setRow",
      parameters = {"double[][]", "double[]"},
      written = {0},
      readAgain = {},
      result = -1,
      movesRows = true,
      orders = {1}
  )
  static final class SetRowVjp implements Function<double[][], SetRowGradient> {
    private final double[][] xShape;

    private final int xLength;

    private final double[] row;

    private SetRowVjp(double[][] xShape, int xLength, double[] row) {
      this.xShape = xShape;
      this.xLength = xLength;
      this.row = row;
    }

    /**
     * The cotangents of {@code x} and {@code row}, in new arrays.
     *
     * @param xBar the cotangent of the final content of {@code x}; only read
     * @throws IllegalArgumentException if an array has another length than what it is the cotangent of
     */
    @Override
    public SetRowGradient apply(double[][] xBar) {
      Arguments.requireLength("xBar", xBar, xLength);
      double[][] xShadow = Shadows.copyOf(xBar);
      double[] rowBar = Shadows.zerosLike(row);
      applyInto(xShadow, rowBar);
      return new SetRowGradient(xShadow, rowBar);
    }

    /**
     * Adds the cotangent of {@code row} to {@code rowBar}.
     *
     * @param xBar in: the cotangent of the final content of {@code x}; out: of its initial content
     */
    void applyInto(double[][] xBar, double[] rowBar) {
      // reverse sweep
      double[][] xShadow = Shadows.zerosLike(xShape);
      double[][] xInitial = Shadows.sameRows(xShadow);
      xShadow[0] = rowBar;
      Shadows.add(xShadow, xBar);
      Shadows.replaceRows(xBar, xInitial);
    }
  }

  /**
   * A cotangent of each active parameter of {@link Library#setRow}.
   */
  record SetRowGradient(double[][] x, double[] row) {
  }
}
