package stet.notify.outbox;

import stet.notify.Finding;
import stet.notify.Message;
import tools.jackson.databind.json.JsonMapper;

/** Findings and messages as they are kept: text that this program alone reads again. */
final class Bodies {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private Bodies() {}

  static String of(Finding finding) {
    return MAPPER.writeValueAsString(finding);
  }

  static Finding finding(String body) {
    return MAPPER.readValue(body, Finding.class);
  }

  /** How much the edit of a finding tells; more than any where what was found is no edit. */
  static int telling(Finding finding) {
    return finding.change() == null
        ? Integer.MAX_VALUE
        : MAPPER.readTree(finding.change().json()).path("telling").asInt(0);
  }

  static String of(Message message) {
    return MAPPER.writeValueAsString(message);
  }

  static Message message(String body) {
    return MAPPER.readValue(body, Message.class);
  }
}
