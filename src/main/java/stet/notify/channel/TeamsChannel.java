package stet.notify.channel;

import stet.notify.channel.web.HttpCaller;
import stet.notify.render.TeamsCard;

/**
 * Workflows of Microsoft Teams that begin with a webhook (learn.microsoft.com, “Create incoming
 * webhooks with Workflows for Microsoft Teams”): 202 when the workflow has begun, which is all that
 * one learns.
 */
final class TeamsChannel extends HookChannel {
  TeamsChannel(ChannelSettings settings, HttpCaller http) {
    super(settings, http, TeamsCard::of);
  }

  @Override
  public int capacity() {
    return 3;
  }
}
