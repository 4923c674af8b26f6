package stet.diff.judge;

import java.time.Instant;
import stet.article.ArticleVersion;

/**
 * The two captures between which a revision happened.
 *
 * @param notBefore when the old version was last seen, UTC
 * @param notAfter when the new version was first seen, UTC
 * @param lastBefore the old version as its last capture had it: what is not compared, such as a
 *     time told from the moment of the visit, may differ from its first capture
 */
public record Sight(Instant notBefore, Instant notAfter, ArticleVersion lastBefore) {}
