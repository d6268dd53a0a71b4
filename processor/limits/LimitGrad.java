package limits;

import java.util.function.DoubleUnaryOperator;
import javax.annotation.processing.Generated;

/**
 * Derivatives of {@link Limit}.
 */
@Generated("dev.pullback.processor.DifferentiableProcessor")
final class LimitGrad {
  private LimitGrad() {
  }

  /**
   * Runs {@link Limit#tail} and keeps what its pullback needs.
   */
  static TailVjp tailVjp(double x) {
    throw new UnsupportedOperationException("tail could not be differentiated: see the compiler's message");
  }

  /**
   * Value of {@link Limit#tail} and its derivative along {@code xDot}.
   */
  static TailJvp tailJvp(double x, double xDot) {
    throw new UnsupportedOperationException("tail could not be differentiated: see the compiler's message");
  }

  /**
   * The gradient of {@link Limit#tail} with respect to {@code x}.
   */
  static double tailGrad(double x) {
    throw new UnsupportedOperationException("tail could not be differentiated: see the compiler's message");
  }

  /**
   * Value and gradient of {@link Limit#tail}, in one forward and one reverse sweep.
   */
  static TailValueAndGrad tailValueAndGrad(double x) {
    throw new UnsupportedOperationException("tail could not be differentiated: see the compiler's message");
  }

  /**
   * The pullback of {@link Limit#tail} at one point. It can be applied any number of times, from any thread.
   */
  static final class TailVjp implements DoubleUnaryOperator {
    private TailVjp() {
    }

    /**
     * The result of {@link Limit#tail}.
     */
    double value() {
      throw new UnsupportedOperationException("tail could not be differentiated: see the compiler's message");
    }

    /**
     * The cotangent of {@code x}.
     *
     * @param resultBar the cotangent of the result
     */
    double apply(double resultBar) {
      throw new UnsupportedOperationException("tail could not be differentiated: see the compiler's message");
    }

    @Override
    public double applyAsDouble(double resultBar) {
      return apply(resultBar);
    }
  }

  /**
   * Value of {@link Limit#tail} and its derivative along the given tangents.
   */
  record TailJvp(double value, double tangent) {
  }

  /**
   * Value and gradient of {@link Limit#tail}.
   */
  record TailValueAndGrad(double value, double grad) {
  }
}
