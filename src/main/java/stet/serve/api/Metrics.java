package stet.serve.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import stet.app.ServedCollection;
import stet.app.WatchStanding;
import stet.app.push.PushDesk;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.http.Traffic;
import stet.serve.page.Site;
import stet.watch.WatchCounts;

/**
 * Figures for who keeps an eye on many machines, as Prometheus reads them (text exposition format
 * 0.0.4). Nothing in them was written by a page.
 */
public final class Metrics {
  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final ServedCollection collection;
  private final Traffic traffic;
  private final PushDesk pushes;

  public Metrics(Site site, Traffic traffic, PushDesk pushes) {
    this.pushes = pushes;
    this.collection = site.collection();
    this.traffic = traffic;
  }

  /** The figures now. */
  public Answer answer(Asked asked) throws IOException {
    StringBuilder out = new StringBuilder();
    collection(out);
    watch(out);
    server(out);
    return Answer.of(200, TYPE, out.toString().getBytes(StandardCharsets.UTF_8))
        .with("Cache-Control", "no-store");
  }

  private void collection(StringBuilder out) throws IOException {
    collection.ask(
        c -> {
          gauge(out, "stet_articles", "Articles in the collection.", c.timelines().count());
          gauge(out, "stet_captures", "Captures in the collection.", c.captures().count());
          gauge(out, "stet_edits", "Revisions of all articles.", c.timelines().edits().count());
          return c;
        });
  }

  private void watch(StringBuilder out) {
    Instant now = collection.clock().instant();
    WatchCounts counts = WatchStanding.counts(collection.home(), now);
    head(out, "stet_tracked", "Pages and lists that are checked.", "gauge");
    line(out, "stet_tracked", "kind=\"page\"", counts.pages());
    line(out, "stet_tracked", "kind=\"list\"", counts.lists());
    gauge(out, "stet_due", "Pages and lists that are due.", counts.health().due());
    gauge(out, "stet_hosts_resting", "Hosts that are left alone for now.", counts.resting());
    head(out, "stet_checks", "Pages and lists by what their last check showed.", "gauge");
    counts.outcomes().forEach((o, n) -> line(out, "stet_checks", "outcome=\"" + o.id() + '"', n));
    time(
        out,
        "stet_last_check_timestamp_seconds",
        "When anything was checked last.",
        counts.health().lastCheck());
    gauge(
        out,
        "stet_watch_stale",
        "1 where nothing was checked for too long though something was due.",
        counts.health().stale() ? 1 : 0);
  }

  private void server(StringBuilder out) {
    String name = "stet_http_responses_total";
    head(out, name, "Answers since the server began, by class of status.", "counter");
    for (int hundreds = 1; hundreds <= 5; hundreds++) {
      line(out, name, "code=\"" + hundreds + "xx\"", traffic.answers(hundreds));
    }
    String pushed = "stet_websub_pushes_total";
    head(out, pushed, "Pushes of hubs since the server began, by what they came to.", "counter");
    pushes.counts().forEach((o, n) -> line(out, pushed, "outcome=\"" + o.id() + '"', n));
    gauge(out, "stet_http_connections", "Connections that are open.", traffic.connections());
  }

  private static void time(StringBuilder out, String name, String help, @Nullable Instant at) {
    if (at != null) {
      gauge(out, name, help, at.getEpochSecond());
    }
  }

  private static void gauge(StringBuilder out, String name, String help, long value) {
    head(out, name, help, "gauge");
    out.append(name).append(' ').append(value).append('\n');
  }

  private static void head(StringBuilder out, String name, String help, String type) {
    out.append("# HELP ").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private static void line(StringBuilder out, String name, String label, long value) {
    out.append(name).append('{').append(label).append("} ").append(value).append('\n');
  }
}
