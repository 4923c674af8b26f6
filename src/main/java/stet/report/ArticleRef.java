package stet.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stays in memory of an article once its pages are there: enough to order it among others. The
 * rest is read again where it is shown.
 *
 * @param headline as it reads now
 * @param changed when its last revision was first seen, null where there is none
 * @param last when it was last captured
 * @param score of its most telling edit, -1 where there is none
 * @param mark digest of everything that other pages show of it
 * @param place of its line in the ledger
 */
record ArticleRef(
    String key,
    String outlet,
    String headline,
    @Nullable Instant changed,
    Instant last,
    int score,
    int revisions,
    int silent,
    String mark,
    Ledger.Place place) {}
