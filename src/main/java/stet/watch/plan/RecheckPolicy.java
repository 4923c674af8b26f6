package stet.watch.plan;

import java.time.Duration;
import java.time.Instant;

/**
 * When to look at an article again.
 *
 * <p>Changes are taken to come at a rate that falls with the time since the last one (or since
 * publication), {@code m / (hours + SHIFT)^FALL}, where {@code m} tells how lively the article is.
 * What is known of {@code m} is a Gamma distribution: the outlet's, sharpened by the article's own
 * checks. A check is due when the probability that something has changed since the last one has
 * grown to a threshold. Checks at irregular times tell only <em>whether</em> something changed in
 * between; how such evidence is weighed follows Cho and Garcia-Molina, "Estimating frequency of
 * change" (ACM TOIT 3:3, 2003), in its Bayesian form. See docs/RECHECK.md.
 *
 * <p>Pure and deterministic: no clock, no chance.
 */
public final class RecheckPolicy {
  /** So likely must a change be for a check to be due; lower means more requests. */
  public static final double DEFAULT_KEENNESS = 0.01;

  private static final Duration YEAR = Duration.ofDays(365);
  private static final double HOUR = 3_600_000;

  private final double keenness;
  private final Shape shape;

  /** A policy of the default keenness. */
  public RecheckPolicy() {
    this(DEFAULT_KEENNESS);
  }

  /**
   * A policy that looks when a change has become as likely as {@code keenness}.
   *
   * @param keenness over 0 and under 1
   */
  public RecheckPolicy(double keenness) {
    this(keenness, Shape.FITTED);
  }

  public RecheckPolicy(double keenness, Shape shape) {
    if (!(keenness > 0 && keenness < 1)) {
      throw new IllegalArgumentException("keenness " + keenness + " is not between 0 and 1");
    }
    this.keenness = keenness;
    this.shape = shape;
  }

  /**
   * The numbers that were fitted, on one half of the histories; see docs/RECHECK.md.
   *
   * @param shift hours added to the time since the last change
   * @param fall the power with which the rate falls
   * @param average the liveliness of an average outlet
   * @param outletWeight how many changes of an outlet outweigh that average
   * @param articleWeight how many changes of an article outweigh its outlet
   * @param haste how much more often than even likelihood asks for lively articles are looked at
   * @param soonest the shortest time between two checks, hours
   * @param longest the longest time between two checks in an article's first year, hours; three
   *     times as long afterwards
   */
  record Shape(
      double shift,
      double fall,
      double average,
      double outletWeight,
      double articleWeight,
      double haste,
      double soonest,
      double longest) {
    static final Shape FITTED = new Shape(0.05, 1.13, 0.1, 1.5, 5, 0.06, 0.25, 24 * 60);

    /** The expected number of changes of an article of liveliness 1, hours since the last. */
    double expected(double from, double to) {
      if (Math.abs(fall - 1) < 1e-9) {
        return Math.log((to + shift) / (from + shift));
      }
      double power = 1 - fall;
      return (Math.pow(to + shift, power) - Math.pow(from + shift, power)) / power;
    }

    /** The time at which that number is reached; endless where it never is. */
    double until(double from, double expected) {
      if (Math.abs(fall - 1) < 1e-9) {
        return (from + shift) * Math.exp(expected) - shift;
      }
      double power = 1 - fall;
      double sum = Math.pow(from + shift, power) + expected * power;
      return sum <= 0 ? Double.POSITIVE_INFINITY : Math.pow(sum, 1 / power) - shift;
    }

    double rate(double since) {
      return Math.pow(since + shift, -fall);
    }
  }

  /** The Gamma distribution of an article's liveliness. */
  private record Gamma(double alpha, double beta) {}

  private Gamma belief(RecheckHistory article, OutletHistory outlet) {
    double mean =
        (shape.outletWeight + outlet.changes())
            / (shape.outletWeight / shape.average + outlet.exposure());
    double weight = shape.articleWeight;
    return new Gamma(weight + article.changes(), weight / mean + article.exposure());
  }

  /**
   * The article after one more check that showed a state.
   *
   * @param at when; a time before the last check, after a clock was set back, teaches nothing
   * @param changed whether the state differs from that of the last check
   */
  public RecheckHistory observe(
      RecheckHistory article, OutletHistory outlet, Instant at, boolean changed) {
    double from = hours(article.changed(), article.checked());
    double to = Math.max(from, hours(article.changed(), at));
    double plain = shape.expected(from, to);
    double hours = to - from;
    double lively = hours > 0 ? outlet.rhythm().lively(article.checked(), hours) / hours : 1;
    double expected = plain * lively;
    if (!changed) {
      Instant latest = at.isAfter(article.checked()) ? at : article.checked();
      double exposure = article.exposure() + expected;
      return new RecheckHistory(
          article.born(), latest, article.changed(), article.changes(), exposure);
    }
    Gamma before = belief(article, outlet);
    Gamma after = afterChange(before, Math.max(expected, 1e-9));
    double changes = Math.max(0, article.changes() + after.alpha - before.alpha);
    double exposure = Math.max(0, article.exposure() + after.beta - before.beta);
    long window = Math.max(0, Duration.between(article.checked(), at).toMillis());
    return new RecheckHistory(article.born(), at, at.minusMillis(window / 2), changes, exposure);
  }

  /**
   * What is believed after a check that found at least one change where {@code expected} were
   * expected of liveliness 1. The exact posterior is no Gamma; the one of equal mean and variance
   * takes its place.
   */
  private static Gamma afterChange(Gamma before, double expected) {
    double a = before.alpha;
    double u = Math.log1p(expected / before.beta);
    double seen = -Math.expm1(-a * u);
    double mean = a / before.beta * -Math.expm1(-(a + 1) * u) / seen;
    double square = a * (a + 1) / (before.beta * before.beta) * -Math.expm1(-(a + 2) * u) / seen;
    double variance = Math.max(square - mean * mean, 1e-12 * square);
    return new Gamma(mean * mean / variance, mean / variance);
  }

  /** The outlet after the check that brought one of its articles from one history to the next. */
  public OutletHistory learn(OutletHistory outlet, RecheckHistory before, RecheckHistory after) {
    OutletHistory learnt =
        outlet.plus(after.changes() - before.changes(), after.exposure() - before.exposure());
    boolean changed = !after.changed().equals(before.changed());
    return changed ? learnt.changedBetween(before.checked(), after.checked()) : learnt;
  }

  /**
   * When the next check is due. Never sooner than a quarter of an hour, never later than a month in
   * the first year and a quarter of a year after it.
   */
  public Instant next(RecheckHistory article, OutletHistory outlet) {
    Gamma belief = belief(article, outlet);
    double since = hours(article.changed(), article.checked());
    double rate = belief.alpha / belief.beta * shape.rate(since);
    // At an even threshold all requests are worth the same in edits caught. A little more haste
    // where much happens makes the windows of most edits narrower at hardly any loss.
    double likely = Math.min(0.9, keenness * Math.pow(rate * 24, -shape.haste));
    double enough = belief.beta * Math.expm1(-Math.log1p(-likely) / belief.alpha);
    double wait = shape.until(since, enough) - since;
    boolean young = hours(article.born(), article.checked()) < YEAR.toHours();
    double latest = (young ? 1 : 3) * shape.longest;
    double bounded = Math.min(Math.max(wait, shape.soonest), latest);
    double awake = outlet.rhythm().until(article.checked(), bounded);
    bounded = Math.min(Math.max(awake, shape.soonest), latest);
    return article.checked().plusMillis((long) (bounded * HOUR));
  }

  private static double hours(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toMillis() / HOUR);
  }
}
