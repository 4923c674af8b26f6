package stet.cli;

import stet.fetch.HostState;
import stet.watch.WatchStatus;
import stet.watch.WatchedFeed;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where the watch stands, for programs. */
final class StatusJson {
  private StatusJson() {}

  static ObjectNode status(WatchStatus s) {
    ObjectNode out = Json.object();
    out.put("tracked", s.tracked()).put("paused", s.paused()).put("due", s.due());
    out.put("feeds", s.feeds()).put("feedsDue", s.feedsDue());
    ArrayNode next = out.putArray("next");
    for (WatchStatus.Next n : s.next()) {
      next.add(
          Json.object()
              .put("at", n.at().toString())
              .put("uri", n.uri())
              .put("list", n.list())
              .put("last", n.last().id()));
    }
    ArrayNode hosts = out.putArray("hosts");
    for (HostState h : s.troubled()) {
      hosts.add(
          Json.object()
              .put("host", h.authority())
              .put("notBefore", h.notBefore().toString())
              .put("failures", h.failures()));
    }
    ArrayNode distrusted = out.putArray("distrusted");
    for (WatchStatus.Distrusted d : s.distrusted()) {
      distrusted.add(
          Json.object()
              .put("host", d.host())
              .put("pages", d.pages())
              .put("all", d.all())
              .put("latest", d.latest().toString()));
    }
    ArrayNode errors = out.putArray("errors");
    for (WatchStatus.Failed f : s.errors()) {
      errors.add(
          Json.object()
              .put("at", f.at().toString())
              .put("uri", f.uri())
              .put("list", f.list())
              .put("outcome", f.outcome().id())
              .put("detail", f.detail())
              .put("times", f.times()));
    }
    return out;
  }

  static ObjectNode feed(WatchedFeed feed) {
    WatchedFeed.State s = feed.state();
    return Json.object()
        .put("uri", feed.uri())
        .put("kind", s.kind().id())
        .put("outcome", s.outcome().id())
        .put("detail", s.detail())
        .put("articles", s.candidates())
        .put("next", s.nextAt().toString())
        .put("addedByAPerson", feed.parent() == null);
  }
}
