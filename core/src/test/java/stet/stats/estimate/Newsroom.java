package stet.stats.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * A made-up outlet of which the truth is known: when its articles are first edited, when they are
 * looked at, and how often its edits come with a notice. Ages in seconds.
 *
 * @param articles how many
 * @param edited the share of articles that are ever edited
 * @param ages of those: the age by which a share of them was edited
 * @param shares of those: the share that was edited by an age
 * @param checks when an article is looked at
 * @param alike whether the edits of an article are alike in having a notice or not
 */
record Newsroom(
    String name,
    int articles,
    double edited,
    DoubleUnaryOperator ages,
    DoubleUnaryOperator shares,
    Checks checks,
    boolean alike) {
  static final double MINUTE = 60;
  static final double HOUR = 60 * MINUTE;
  static final double DAY = 24 * HOUR;

  /** When one article is looked at. */
  interface Checks {
    /**
     * The last check before the event and the first one after it.
     *
     * @param age of the event; infinite for none
     */
    Censored seen(double age, Random random);
  }

  /** The hazard of an edit is the same at every age. */
  static Newsroom constant(
      String name, int articles, double edited, double mean, Checks checks, boolean alike) {
    return new Newsroom(
        name,
        articles,
        edited,
        share -> -mean * Math.log1p(-share),
        age -> -Math.expm1(-age / mean),
        checks,
        alike);
  }

  /** The hazard falls with age as it does where an article is news (Lomax's distribution). */
  static Newsroom falling(
      String name, int articles, double edited, double scale, Checks checks, boolean alike) {
    double shape = 0.4;
    return new Newsroom(
        name,
        articles,
        edited,
        share -> scale * (Math.pow(1 - share, -1 / shape) - 1),
        age -> 1 - Math.pow(1 + age / scale, -shape),
        checks,
        alike);
  }

  /** The share of all articles that were edited by an age. */
  double truth(double age) {
    return edited * shares.applyAsDouble(age);
  }

  /** The age by which half of all articles were edited; infinite where it is never so many. */
  double median() {
    return edited > 0.5 ? ages.applyAsDouble(0.5 / edited) : Double.POSITIVE_INFINITY;
  }

  List<Censored> watch(Random random) {
    List<Censored> seen = new ArrayList<>();
    for (int i = 0; i < articles; i++) {
      boolean ever = random.nextDouble() < edited;
      double share = random.nextDouble();
      seen.add(checks.seen(ever ? ages.applyAsDouble(share) : Double.POSITIVE_INFINITY, random));
    }
    return seen;
  }

  /** The share of edits with a notice; where they are alike, authors who tell edit more, too. */
  double noticed() {
    // (0.3 * 0.9 * 4 + 0.7 * 0.1 * 2) / (0.3 * 4 + 0.7 * 2)
    return alike ? (0.3 * 0.9 * 4 + 0.7 * 0.1 * 2) / (0.3 * 4 + 0.7 * 2) : 0.3;
  }

  /** Notices among the edits of each edited article. */
  List<Cluster> notices(Random random) {
    List<Cluster> clusters = new ArrayList<>();
    for (int i = 0; i < articles * edited; i++) {
      boolean telling = random.nextDouble() < 0.3;
      double mean = alike && telling ? 4 : 2;
      double chance = alike ? telling ? 0.9 : 0.1 : 0.3;
      // Geometric, at least one.
      int edits = 1 + (int) (Math.log(random.nextDouble()) / Math.log1p(-1 / mean));
      int noticed = 0;
      for (int e = 0; e < edits; e++) {
        noticed += random.nextDouble() < chance ? 1 : 0;
      }
      clusters.add(new Cluster(noticed, edits));
    }
    return clusters;
  }
}
