package dev.pullback.processor.ir;

import java.util.List;
import java.util.SortedSet;

/**
 * What a caller must know of a method's body.
 *
 * @param written indices of the array parameters whose elements (at any depth) the method may write
 * @param readAgain indices of the array parameters that the pullback reads again
 * @param resultAliases for each result, a record being followed by its leaves, {@link #FRESH}, {@link #UNKNOWN}, or the index of the parameter
 *     that it always is; fresh where the list ends
 * @param movesRows whether the method may replace a row of an active array of arrays that it was given
 */
public record Effects(
        SortedSet<Integer> written, SortedSet<Integer> readAgain, List<Integer> resultAliases, boolean movesRows) {

    /** The result is an array that nobody else holds, or not an array. */
    public static final int FRESH = -1;

    /** The result may be, or share rows with, an argument. */
    public static final int UNKNOWN = -2;

    public Effects {
        resultAliases = List.copyOf(resultAliases);
    }

    /** Effects of a method with one result. */
    public Effects(SortedSet<Integer> written, SortedSet<Integer> readAgain, int resultAlias, boolean movesRows) {
        this(written, readAgain, List.of(resultAlias), movesRows);
    }

    /** Effects of a method with one result that moves no rows. */
    public Effects(SortedSet<Integer> written, SortedSet<Integer> readAgain, int resultAlias) {
        this(written, readAgain, resultAlias, false);
    }

    /** What the result of that index may be. */
    public int resultAlias(int result) {
        return result < resultAliases.size() ? resultAliases.get(result) : FRESH;
    }
}
