/** How channels ask servers, and what the answers mean for a message. */
@org.jspecify.annotations.NullMarked
package stet.notify.channel.web;
