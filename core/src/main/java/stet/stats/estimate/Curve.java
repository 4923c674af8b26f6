package stet.stats.estimate;

import java.util.List;
import java.util.Optional;

/** What {@link EventCurve} is asked; ages in seconds. */
interface Curve {
  /** The share by that age; empty where it is not known. */
  Optional<Reached> at(double age);

  /** Those ages at which the curve may bend or jump, in order. */
  List<Reached> points();

  /** The age by which that share was reached. */
  Quantile quantile(double share);
}
