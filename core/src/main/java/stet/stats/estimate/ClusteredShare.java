package stet.stats.estimate;

import java.util.List;

/**
 * A share among units in clusters as a ratio of two sums over the clusters. Its variance is found
 * by linearisation (Cochran 1977, 6.4), each cluster's residual raised by what the cluster itself
 * pulled the share towards it (Bell and McCaffrey 2002), and turned into the number of independent
 * units that would leave the share as uncertain; for few clusters, or few large ones among small
 * ones, that number is lowered as Student's distribution asks (Korn and Graubard 1998, with Bell
 * and McCaffrey's degrees of freedom). Wilson's interval for that number holds its level best (Dean
 * and Pagano 2015).
 */
final class ClusteredShare {
  private final List<Cluster> clusters;
  private final long part;
  private final long whole;

  ClusteredShare(List<Cluster> all) {
    clusters = all.stream().filter(c -> c.whole() > 0).toList();
    part = clusters.stream().mapToLong(Cluster::part).sum();
    whole = clusters.stream().mapToLong(Cluster::whole).sum();
  }

  ShareEstimate estimate() {
    double share = whole == 0 ? 0 : (double) part / whole;
    return new ShareEstimate(part, whole, clusters.size(), Wilson.of(share, units(share)));
  }

  /** How many independent units would say as much. */
  private double units(double share) {
    if (clusters.size() < 2 || part == 0 || part == whole) {
      // Nothing shows how alike the units of a cluster are: taken as wholly alike.
      return clusters.size();
    }
    double independent = share * (1 - share) / variance(share);
    double few = Distributions.Z / Distributions.student(degrees());
    return Math.min(whole, independent) * few * few;
  }

  private double variance(double share) {
    double sum = 0;
    for (Cluster cluster : clusters) {
      double residual = cluster.part() - share * cluster.whole();
      sum += residual * residual / (1 - weight(cluster));
    }
    return sum / ((double) whole * whole);
  }

  /**
   * Degrees of freedom of that variance (Satterthwaite's, where units are independent): one less
   * than there are clusters where all are of a size, fewer where some outweigh the others.
   */
  private double degrees() {
    double squares = 0;
    double raised = 0;
    double fourths = 0;
    for (Cluster cluster : clusters) {
      double weight = weight(cluster);
      double own = weight * weight / (1 - weight);
      squares += weight * weight;
      raised += own;
      fourths += own * own;
    }
    return 1 / (squares + raised * raised - fourths);
  }

  private double weight(Cluster cluster) {
    return (double) cluster.whole() / whole;
  }
}
