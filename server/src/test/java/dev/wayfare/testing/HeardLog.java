package dev.wayfare.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/// What one class logs, kept for the test that provokes it instead of shown to whoever reads the
/// build.
public final class HeardLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final Logger logger;
  private final List<String> lines = new CopyOnWriteArrayList<>();

  public HeardLog(Class<?> speaker) {
    logger = (Logger) LoggerFactory.getLogger(speaker);
    start();
    logger.addAppender(this);
    logger.setAdditive(false);
  }

  public List<String> lines() {
    return lines;
  }

  @Override
  protected void append(ILoggingEvent event) {
    lines.add(event.getFormattedMessage());
  }

  @Override
  public void close() {
    logger.setAdditive(true);
    logger.detachAppender(this);
    stop();
  }
}
