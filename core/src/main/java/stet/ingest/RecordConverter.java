package stet.ingest;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.ContentCodings;
import stet.capture.Exchange;
import stet.capture.HttpHead;
import stet.capture.Payload;
import stet.ingest.warc.HttpMessage;
import stet.ingest.warc.RecordFields;
import stet.ingest.warc.WalkItem;
import stet.text.MediaTypes;
import stet.text.time.WarcDate;

/** Records as captures, or why they are none. */
final class RecordConverter {
  static final String UNRESOLVED = "refers to a record that is not there";
  static final String OVERSIZED = "larger than import.max-size";

  private static final Payload EMPTY = Payload.of(new byte[0]);
  private static final Set<String> PASSED_OVER =
      Set.of("request", "metadata", "warcinfo", "conversion", "continuation");

  /** The types of media that have a name of their own in the counts. */
  private static final Set<String> MEDIA =
      Set.of("application", "audio", "font", "image", "message", "text", "video");

  private final Selection selection;
  private final long maxSize;

  RecordConverter(Selection selection, long maxSize) {
    this.selection = selection;
    this.maxSize = maxSize;
  }

  /**
   * Converts a record.
   *
   * @param file the name of the file that it came in
   */
  Converted convert(WalkItem.Found record, String file) {
    RecordFields fields = record.fields();
    String type = fields.type();
    Optional<Exchange.Failed> failure = StetFields.failure(fields);
    if (PASSED_OVER.contains(type) && !(type.equals("metadata") && failure.isPresent())) {
      return new Converted.Skipped("is a " + type + " record");
    } else if (!type.matches("response|resource|revisit|metadata")) {
      return new Converted.Skipped("is of another type");
    } else if (record.oversized()) {
      return new Converted.Skipped(OVERSIZED);
    }
    String uri = StetFields.uri(fields).orElse(fields.uri("WARC-Target-URI"));
    if (!uri.startsWith("urn:stet:") && !Addresses.isWeb(uri)) {
      return new Converted.Skipped("has no web page's address");
    }
    Optional<Instant> at = WarcDate.parse(fields.get("WARC-Date"));
    if (at.isEmpty()) {
      return new Converted.Skipped("states no time that is known to the minute");
    }
    Base base = new Base(fields, uri, at.get(), file);
    if (failure.isPresent()) {
      return selected(base.capture("", EMPTY, failure.get()));
    }
    return switch (type) {
      case "response" -> response(base, record.block());
      case "resource" -> resource(base, record.block());
      default -> revisit(base, record.block());
    };
  }

  /** What every kind of record says of its capture. */
  private record Base(RecordFields fields, String uri, Instant at, String file) {
    Capture capture(String mediaType, Payload payload, Exchange exchange) {
      boolean own = StetFields.uri(fields).isPresent();
      return new Capture(
          uri,
          at,
          StetFields.ordinal(fields),
          own ? StetFields.mediaType(fields) : mediaType,
          payload,
          source(),
          exchange);
    }

    Capture capture(String mediaType, HttpMessage message) {
      Payload payload = Payload.of(message.body());
      Payload transferred =
          message.body() == message.transferred() ? payload : Payload.of(message.transferred());
      return capture(mediaType, payload, exchange(message.head(), transferred));
    }

    Base as(MementoAddress memento) {
      return new Base(fields, memento.original(), memento.at(), file);
    }

    private CaptureSource source() {
      return StetFields.savedFile(fields)
          .orElse(new CaptureSource.WarcRecord(file, fields.uri("WARC-Record-ID")));
    }

    Exchange.Http exchange(HttpHead head, Payload transferred) {
      return new Exchange.Http(HttpHead.NONE, head, transferred, fields.get("WARC-IP-Address"));
    }
  }

  private Converted response(Base base, byte[] block) {
    Optional<HttpMessage> parsed = HttpMessage.parse(block);
    if (parsed.isEmpty()) {
      return new Converted.Skipped("holds no HTTP response");
    }
    HttpMessage message = parsed.get();
    String declared = message.head().first("Content-Type").orElse("");
    String unfit = unfit(base.uri, message, declared);
    if (!unfit.isEmpty()) {
      return new Converted.Skipped(unfit);
    } else if (message.cutOff() || !base.fields.get("WARC-Truncated").isEmpty()) {
      return new Converted.Skipped("was cut off while it was recorded");
    }
    Optional<MementoAddress> memento = MementoAddress.of(base.uri, message.head());
    if (memento.isPresent()) {
      return memento(base.as(memento.get()), declared, message);
    } else if (MementoAddress.isUsual(base.uri)) {
      return new Converted.Skipped("is a web archive's own page");
    }
    return whole(base.capture(declared, message));
  }

  /** A page that a web archive showed and somebody recorded: filed under its own address. */
  private Converted memento(Base base, String declared, HttpMessage message) {
    String coding = String.join(", ", message.head().all("Content-Encoding"));
    byte[] page = ContentCodings.decode(message.body(), coding, (int) maxSize).bytes();
    if (!Rewritten.is(page)) {
      return whole(base.capture(declared, message));
    }
    // The bytes are no longer what was transferred, so nothing is claimed of the transfer.
    return Rewritten.clean(page)
        .map(own -> whole(base.capture(declared, Payload.of(own), Exchange.UNRECORDED)))
        .orElse(new Converted.Skipped("was rewritten by a web archive"));
  }

  /** Why a response is nothing to take; empty where it may be a page, a redirect or an error. */
  private String unfit(String uri, HttpMessage message, String declared) {
    int status = message.head().status();
    if (status == 206 || status / 100 == 1) {
      return "is a part of an answer";
    }
    return media(uri, declared, status / 100 == 2, message.body());
  }

  private String media(String uri, String declared, boolean success, byte[] body) {
    String essence = MediaTypes.essence(declared);
    boolean unknown = essence.isEmpty() || essence.equals("unk") || essence.equals("no-type");
    boolean fits;
    if (!selection.media().isEmpty()) {
      fits = selection.takesMedia(essence);
    } else if (success && body.length > 0) {
      fits = PageMedia.isPage(essence) || unknown && PageMedia.looksLikePage(body);
    } else {
      // A redirect or an error says little of what lies there; the address says more.
      fits = PageMedia.mayBePage(uri) && (unknown || body.length == 0 || PageMedia.isPage(essence));
    }
    return fits ? "" : "is no page: " + major(essence);
  }

  private static String major(String essence) {
    String major = essence.split("/", 2)[0];
    return MEDIA.contains(major) ? major + " media" : "media of no known type";
  }

  private Converted resource(Base base, byte[] block) {
    String declared = base.fields.get("Content-Type");
    boolean own = StetFields.uri(base.fields).isPresent();
    String unfit = own ? "" : media(base.uri, declared, true, block);
    if (!unfit.isEmpty()) {
      return new Converted.Skipped(unfit);
    } else if (!base.fields.get("WARC-Truncated").isEmpty()) {
      return new Converted.Skipped("was cut off while it was recorded");
    }
    return whole(base.capture(declared, Payload.of(block), Exchange.UNRECORDED));
  }

  private Converted revisit(Base base, byte[] block) {
    HttpMessage message = HttpMessage.parse(block).orElse(null);
    String declared = message == null ? "" : message.head().first("Content-Type").orElse("");
    // The bytes are elsewhere, so that only address and head can tell whether they are wanted.
    String unfit = media(base.uri, declared, false, new byte[0]);
    if (unfit.isEmpty() && !declared.isEmpty() && selection.media().isEmpty()) {
      String essence = MediaTypes.essence(declared);
      unfit = PageMedia.isPage(essence) ? "" : "is no page: " + major(essence);
    }
    if (!unfit.isEmpty()) {
      return new Converted.Skipped(unfit);
    }
    Exchange exchange =
        message == null ? Exchange.UNRECORDED : base.exchange(message.head(), EMPTY);
    Capture capture = base.capture(declared, EMPTY, exchange);
    Converted selected = selected(capture);
    return selected instanceof Converted.Kept ? refers(base.fields, capture) : selected;
  }

  private static Converted refers(RecordFields fields, Capture capture) {
    return new Converted.Refers(
        new Revisit(
            capture,
            fields.get("WARC-Payload-Digest"),
            fields.uri("WARC-Refers-To-Target-URI"),
            WarcDate.parse(fields.get("WARC-Refers-To-Date")).orElse(null)));
  }

  private Converted whole(Capture capture) {
    return capture.payload().size() > maxSize
        ? new Converted.Skipped(OVERSIZED)
        : selected(capture);
  }

  private Converted selected(Capture capture) {
    if (!selection.takesUrl(capture.uri())) {
      return new Converted.Skipped("is not selected by its address", true);
    } else if (!selection.takesHost(capture.uri())) {
      return new Converted.Skipped("is not selected by its host", true);
    } else if (!selection.takesTime(capture.at())) {
      return new Converted.Skipped("is not selected by its time", true);
    }
    return new Converted.Kept(capture);
  }
}
