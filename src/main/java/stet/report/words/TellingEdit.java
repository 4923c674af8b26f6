package stet.report.words;

import java.time.Instant;
import java.util.List;
import stet.report.page.Chip;
import stet.report.page.Run;
import stet.report.page.When;

/**
 * The edit of an article that tells most, by a rule of thumb.
 *
 * @param score larger tells more
 * @param version the version that it led to
 * @param where the field or passage
 * @param runs the words in context
 * @param lang their BCP 47 tag, empty when unknown
 * @param dir their direction
 * @param chips whether it was said, and what kind of edit these words are
 * @param beside what else the same revision did, in words; may be empty
 * @param at when it was first seen
 * @param when between which checks it happened
 */
public record TellingEdit(
    int score,
    int version,
    String where,
    List<Run> runs,
    String lang,
    String dir,
    List<Chip> chips,
    String beside,
    Instant at,
    When when) {}
