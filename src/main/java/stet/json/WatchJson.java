package stet.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.capture.EnumId;
import stet.fetch.HostState;
import stet.watch.CheckedAddress;
import stet.watch.drift.HeldDrift;
import stet.watch.store.BrowserTable;
import stet.watch.store.CheckOutcome;
import stet.watch.store.Subscription;
import stet.watch.store.TrackedPage;
import stet.watch.store.WatchStatus;
import stet.watch.store.WatchedFeed;
import tools.jackson.databind.node.ObjectNode;

/** What is watched, and where the watch stands. */
final class WatchJson {
  private WatchJson() {}

  static ObjectNode status(WatchStatus s) {
    ObjectNode out = Parts.root();
    out.set(
        "counts",
        Parts.object()
            .put("tracked", s.tracked())
            .put("due", s.due())
            .put("paused", s.paused())
            .put("feeds", s.feeds())
            .put("feeds_due", s.feedsDue()));
    out.set("next", Parts.list(s.next(), WatchJson::next));
    out.set("resting_hosts", Parts.list(s.troubled(), WatchJson::host));
    out.set("distrusted_hosts", Parts.list(s.distrusted(), WatchJson::host));
    out.set("errors", Parts.list(s.errors(), WatchJson::error));
    out.set("workers", Parts.list(s.workers(), WatchJson::worker));
    out.set("browsers", Parts.list(s.browsers(), WatchJson::browser));
    return out;
  }

  private static ObjectNode worker(WatchStatus.Worker worker) {
    return Parts.object()
        .put("name", worker.name())
        .put("state", worker.standing().id())
        .put("hosts", worker.hosts())
        .put("heard_at", worker.heardAt().toString());
  }

  private static ObjectNode browser(BrowserTable.Learnt learnt) {
    BrowserTable.Cost cost = learnt.cost();
    return Parts.object()
        .put("outlet", learnt.outlet())
        .put("verdict", EnumId.of(learnt.verdict()))
        .put("tested_at", Parts.time(learnt.testedAt()))
        .put("pages", cost.shown())
        .put("milliseconds", cost.millis())
        .put("bytes", cost.bytes())
        .put("failures", cost.failed())
        .put("failed_at", Parts.time(cost.failedAt()))
        .put("failure", cost.failure());
  }

  private static ObjectNode next(WatchStatus.Next next) {
    return Parts.object()
        .put("uri", next.uri())
        .put("feed", next.list())
        .put("due_at", next.at().toString())
        .put("outcome", next.last().id());
  }

  private static ObjectNode host(HostState host) {
    return Parts.object()
        .put("host", host.authority())
        .put("rests_until", host.notBefore().toString())
        .put("failures", host.failures());
  }

  private static ObjectNode host(WatchStatus.Distrusted host) {
    return Parts.object()
        .put("host", host.host())
        .put("pages", host.pages())
        .put("all_pages", host.all())
        .put("found_out_at", host.latest().toString());
  }

  private static ObjectNode error(WatchStatus.Failed error) {
    return Parts.object()
        .put("uri", error.uri())
        .put("feed", error.list())
        .put("checked_at", error.at().toString())
        .put("outcome", error.outcome().id())
        .put("detail", error.detail())
        .put("failures", error.times());
  }

  static ObjectNode checked(List<CheckedAddress> addresses) {
    ObjectNode out = Parts.root();
    out.set("addresses", Parts.list(addresses, WatchJson::checked));
    return out;
  }

  private static ObjectNode checked(CheckedAddress address) {
    CheckOutcome check = address.check();
    return Parts.object()
        .put("uri", address.uri())
        .put("outcome", EnumId.of(address.outcome()))
        .put("check", check == null ? null : check.id())
        .put("due_at", Parts.time(address.nextAt()))
        .put("detail", address.detail());
  }

  static ObjectNode tracked(TrackedFacts facts) {
    TrackedPage page = facts.page();
    TrackedPage.State s = page.state();
    ObjectNode out = Parts.root().put("uri", page.uri());
    out.set("article", facts.article() == null ? null : Parts.article(facts.article()));
    out.put("named_by", page.via());
    out.set("states", Parts.texts(facts.states().stream().map(EnumId::of).toList()));
    out.put("checked_at", Parts.time(s.askedAt()));
    out.put("due_at", s.nextAt().toString());
    out.put("rests_until", Parts.time(facts.restsUntil()));
    out.put("outcome", s.outcome().id()).put("detail", s.detail());
    return out.put("failures", s.failures());
  }

  static ObjectNode feed(WatchedFeed feed, @Nullable Subscription hub) {
    WatchedFeed.State s = feed.state();
    ObjectNode out = Parts.root().put("uri", feed.uri()).put("kind", s.kind().id());
    out.put("by_a_person", feed.parent() == null);
    out.put("due_at", s.nextAt().toString());
    out.put("checked_at", Parts.time(s.askedAt()));
    out.put("outcome", s.outcome().id()).put("detail", s.detail());
    out.put("failures", s.failures());
    out.set("counts", Parts.object().put("articles", s.candidates()));
    out.set("hub", hub == null ? null : hub(hub));
    return out;
  }

  /** Neither its key nor its secret: who knows them can push. */
  private static ObjectNode hub(Subscription hub) {
    Subscription.Standing s = hub.standing();
    ObjectNode out = Parts.object().put("uri", hub.hub()).put("topic", hub.topic());
    out.put("state", s.state().id()).put("signed", !hub.secret().isEmpty());
    out.put("lease_until", Parts.time(s.leaseUntil()));
    out.put("pushed_at", Parts.time(s.heardAt()));
    return out.put("failures", s.failures()).put("detail", s.detail());
  }

  static ObjectNode drift(HeldDrift d) {
    ObjectNode out = Parts.root();
    out.put("drift", d.id()).put("verdict", EnumId.of(d.verdict())).put("outlet", d.outlet());
    out.put("since", d.from().toString()).put("until", d.to().toString());
    out.set(
        "counts",
        Parts.object()
            .put("revisions", d.revisions())
            .put("articles", d.articles())
            .put("articles_checked", d.checked()));
    return out.put("sample", d.sample());
  }
}
