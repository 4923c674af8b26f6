package stet.json;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import stet.capture.EnumId;
import stet.stats.Figure;
import stet.stats.FirstDay;
import stet.stats.GroupFigures;
import stet.stats.Grouping;
import stet.stats.Happening;
import stet.stats.KindFigures;
import stet.stats.Lasting;
import stet.stats.Publication;
import stet.stats.Rhythm;
import stet.stats.estimate.EventCurve;
import stet.stats.estimate.Quantile;
import stet.stats.estimate.RateEstimate;
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
    out.set("curves", Parts.list(figures.happenings(), StatsJson::happening));
    out.set("publication", publication(figures.publication()));
    out.set("first_day", firstDay(figures.firstDay()));
    out.set("after_a_day", lasting(figures.lasting()));
    out.set("hours", rhythm(figures.hours()));
    out.set("weekdays", rhythm(figures.weekdays()));
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
        .put("language_guessed", w.guessed())
        .put("checks", w.checks())
        .put("from", w.from().toString())
        .put("until", w.until().toString())
        .put("seconds_apart", w.apart().toSeconds())
        .put("seconds_watched", w.lasting().toSeconds());
  }

  private static ObjectNode publication(Publication publication) {
    return Parts.object()
        .put("counted", publication.counted())
        .put("seen_late", publication.late())
        .put("not_stated", publication.unstated());
  }

  private static ObjectNode firstDay(FirstDay day) {
    ObjectNode out = Parts.object().put("articles", day.articles());
    out.put("seconds_apart", day.apart().toSeconds());
    out.set("shares", Parts.list(day.edits(), StatsJson::figure));
    return out;
  }

  private static ObjectNode lasting(Lasting lasting) {
    ObjectNode out = Parts.object().put("articles", lasting.articles());
    out.put("watched_shorter", lasting.shorter()).put("open", lasting.open());
    boolean told = lasting.isTold();
    out.set("standing", told ? quantile(lasting.standing()) : null);
    out.set("growth", told ? quantile(lasting.growth()) : null);
    return out;
  }

  private static ObjectNode rhythm(Rhythm rhythm) {
    ObjectNode out = Parts.object().put("clock", rhythm.local() ? "outlet" : "utc");
    out.set("cells", Parts.list(rhythm.cells(), StatsJson::rate));
    out.set("too_far_apart", leftOut(rhythm.wide()));
    out.set("clock_not_known", leftOut(rhythm.unzoned()));
    return out;
  }

  private static ObjectNode leftOut(Rhythm.LeftOut left) {
    return Parts.object().put("edits", left.edits()).put("hours", left.hours());
  }

  private static ObjectNode rate(RateEstimate rate) {
    boolean told = rate.isTold();
    return Parts.object()
        .put("edits", rate.events())
        .put("hours", rate.exposure())
        .put("articles", rate.units())
        .put("rate", told ? (Double) rate.rate() : null)
        .put("low", told ? (Double) rate.interval().low() : null)
        .put("high", told ? (Double) rate.interval().high() : null);
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
    out.set("no_update_time", share(Parts.object(), kind.noUpdateTime()));
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

  private static ObjectNode happening(Happening happening) {
    EventCurve curve = happening.curve();
    ObjectNode out = Parts.object().put("figure", EnumId.of(happening.what()));
    out.put("articles", curve.units()).put("events", curve.events());
    out.set("median_seconds", quantile(curve.median()));
    out.set("points", Parts.list(curve.points(), StatsJson::point));
    return out;
  }

  private static ObjectNode quantile(Quantile quantile) {
    return Parts.object()
        .put("value", number(quantile.value()))
        .put("low", number(quantile.low()))
        .put("high", number(quantile.high()));
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
