package dev.pullback.processor.ir;

import java.util.SortedSet;

/**
 * What a caller must know of a method's body.
 *
 * @param written indices of the array parameters whose elements (at any depth) the method may write
 * @param readAgain indices of the array parameters that the pullback reads again
 * @param resultAlias {@link #FRESH}, {@link #UNKNOWN}, or the index of the parameter that the result always is
 * @param movesRows whether the method may replace a row of an active array of arrays that it was given
 */
public record Effects(SortedSet<Integer> written, SortedSet<Integer> readAgain, int resultAlias, boolean movesRows) {

    /** The result is an array that nobody else holds, or not an array. */
    public static final int FRESH = -1;

    /** The result may be, or share rows with, an argument. */
    public static final int UNKNOWN = -2;

    /** Effects of a method that moves no rows. */
    public Effects(SortedSet<Integer> written, SortedSet<Integer> readAgain, int resultAlias) {
        this(written, readAgain, resultAlias, false);
    }
}
