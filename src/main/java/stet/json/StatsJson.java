package stet.json;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import stet.capture.EnumId;
import stet.stats.Figure;
import stet.stats.GroupFigures;
import stet.stats.Grouping;
import stet.stats.KindFigures;
import stet.stats.estimate.EventCurve;
import stet.stats.estimate.Quantile;
import stet.stats.estimate.Reached;
import stet.stats.estimate.ShareEstimate;
import tools.jackson.databind.node.ObjectNode;

/** Figures about a group of articles. */
final class StatsJson {
  private StatsJson() {}

  static ObjectNode of(GroupFigures figures, Grouping by) {
    ObjectNode out = Parts.root().put("by", EnumId.of(by));
    out.put("outlet", figures.group().outlet()).put("name", figures.group().name());
    out.set("watching", watching(figures.watching()));
    out.set("shares", Parts.list(figures.figures(), StatsJson::figure));
    out.set("kinds", Parts.list(figures.kinds(), StatsJson::kind));
    out.set("first_edit", curve(figures.firstEdit()));
    out.set("first_silent_edit", curve(figures.firstSilent()));
    ObjectNode left = Parts.object();
    figures.leftOut().forEach((kind, count) -> left.put(kind.id(), count));
    out.set("left_out", left);
    ObjectNode pendulums = Parts.object();
    figures.pendulums().forEach(pendulums::put);
    out.set("pendulums", pendulums);
    return out;
  }

  private static ObjectNode watching(GroupFigures.Watched w) {
    return Parts.object()
        .put("articles", w.articles())
        .put("seen_once", w.once())
        .put("checks", w.checks())
        .put("from", w.from().toString())
        .put("until", w.until().toString())
        .put("seconds_apart", w.apart().toSeconds())
        .put("seconds_watched", w.lasting().toSeconds());
  }

  private static ObjectNode figure(Figure figure) {
    ObjectNode out = Parts.object();
    out.put("of", EnumId.of(figure.subject())).put("figure", figure.id());
    return share(out, figure.share());
  }

  private static ObjectNode kind(KindFigures kind) {
    ObjectNode out = Parts.object().put("kind", kind.kind().id());
    out.set("noticed", share(Parts.object(), kind.noticed()));
    out.set("stamped", share(Parts.object(), kind.stamped()));
    out.set("silent", share(Parts.object(), kind.silent()));
    out.set("untold", share(Parts.object(), kind.untold()));
    return out;
  }

  /** Without a share and an interval where there are too few to speak of one. */
  private static ObjectNode share(ObjectNode out, ShareEstimate share) {
    boolean told = share.isTold();
    out.put("part", share.part()).put("whole", share.whole()).put("clusters", share.clusters());
    out.put("share", told ? (Double) share.share() : null);
    out.put("low", told ? (Double) share.interval().low() : null);
    return out.put("high", told ? (Double) share.interval().high() : null);
  }

  private static ObjectNode curve(EventCurve curve) {
    ObjectNode out = Parts.object().put("articles", curve.units()).put("events", curve.events());
    Quantile half = curve.quantile(0.5);
    out.set(
        "median_seconds",
        Parts.object()
            .put("value", number(half.value()))
            .put("low", number(half.low()))
            .put("high", number(half.high())));
    out.set("points", Parts.list(curve.points(), StatsJson::point));
    return out;
  }

  private static ObjectNode point(Reached reached) {
    return Parts.object()
        .put("seconds", reached.age())
        .put("share_from", reached.low())
        .put("share_to", reached.high())
        .put("low", reached.interval().low())
        .put("high", reached.interval().high())
        .put("watched", reached.watched())
        .put("before", reached.before())
        .put("open", reached.open())
        .put("enough", reached.isTold());
  }

  private static @Nullable Double number(OptionalDouble value) {
    return value.isEmpty() ? null : value.getAsDouble();
  }
}
