package org.quietbell.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.SimpleTrigger;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.DirectSchedulerFactory;
import org.quartz.impl.jdbcjobstore.InvalidConfigurationException;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.StdJDBCDelegate;
import org.quartz.impl.matchers.GroupMatcher;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;
import org.quietbell.source.SourceId;

/// When things happen, by Quartz with its job store in our own database. It holds opaque ids and
/// times only.
///
/// Rounds repeat at an interval; whatever was missed while the machine slept runs once. Tellings
/// and deliveries are instants, worked out elsewhere. Nothing here ever interrupts a thread. Safe
/// for many threads.
public final class Schedule implements AutoCloseable {
    private static final String NAME = "quietbell";
    private static final Duration MOST_SPREAD = Duration.ofSeconds(20);
    private static final Duration SLACK = Duration.ofMinutes(1);
    private static final Duration TICK = Duration.ofMinutes(1);

    private static final int MOST_AT_ONCE = 16;

    private final UninterruptedThreads threads = new UninterruptedThreads();
    private final Scheduler scheduler;
    private final InstantSource clock;
    private final RandomGenerator random;
    private volatile long lastTick = System.nanoTime();

    /// @param connections to the database that holds Quartz's tables
    public Schedule(
            ConnectionProvider connections,
            Errands errands,
            InstantSource clock,
            RandomGenerator random) {
        this.clock = clock;
        this.random = random;
        try {
            DBConnectionManager.getInstance().addConnectionProvider(NAME, connections);
            DirectSchedulerFactory factory = DirectSchedulerFactory.getInstance();
            factory.createScheduler(
                    NAME,
                    NAME,
                    new VirtualThreads(),
                    threads,
                    jobs(threads),
                    Map.of(),
                    "",
                    0,
                    -1,
                    -1,
                    false,
                    "",
                    MOST_AT_ONCE,
                    0);
            scheduler = factory.getScheduler(NAME);
            scheduler.setJobFactory((bundle, s) -> new Errand(ticking(errands)));
        } catch (SchedulerException e) {
            throw broken("set up", e);
        }
    }

    private static JobStoreTX jobs(UninterruptedThreads threads) throws SchedulerException {
        JobStoreTX jobs = new JobStoreTX();
        jobs.setInstanceId(NAME);
        jobs.setInstanceName(NAME);
        jobs.setDataSource(NAME);
        jobs.setUseProperties("true");
        jobs.setAcquireTriggersWithinLock(true); // several are taken at once
        try {
            jobs.setDriverDelegateClass(StdJDBCDelegate.class.getName());
        } catch (InvalidConfigurationException e) {
            throw new SchedulerException("the driver delegate is not there", e);
        }
        jobs.setThreadExecutor(threads);
        return jobs;
    }

    private Errands ticking(Errands errands) {
        return new Errands() {
            @Override
            public void round(SourceId source) {
                errands.round(source);
            }

            @Override
            public void telling() {
                errands.telling();
            }

            @Override
            public void relay() {
                errands.relay();
            }

            @Override
            public void housekeeping() {
                lastTick = System.nanoTime();
                errands.housekeeping();
            }
        };
    }

    /// Begins. What was due while nothing ran is due now, once.
    public void start() {
        try {
            every(new JobKey(Errand.HOUSEKEEPING, Errand.HOUSEKEEPING), TICK, clock.instant());
            lastTick = System.nanoTime();
            scheduler.start();
        } catch (SchedulerException e) {
            throw broken("start", e);
        }
    }

    /// Whether it has ticked within the last three minutes, by a clock that cannot be set.
    public boolean isTicking() {
        return System.nanoTime() - lastTick < TICK.multipliedBy(3).toNanos();
    }

    /// Makes the rounds fit the sources: new ones begin within a few seconds of now, spread; gone
    /// ones end; changed intervals count from now; those that a jump of the clock has thrown into
    /// the future are brought back.
    ///
    /// @param turns when the rounds of each source are; a next one that lies in the past says
    ///   nothing
    public void fit(Map<SourceId, Turn> turns) {
        Instant now = clock.instant();
        try {
            for (JobKey key : scheduler.getJobKeys(GroupMatcher.jobGroupEquals(Errand.ROUND))) {
                if (!turns.containsKey(new SourceId(key.getName()))) {
                    scheduler.deleteJob(key);
                }
            }
            for (Map.Entry<SourceId, Turn> entry : turns.entrySet()) {
                fit(new JobKey(entry.getKey().value(), Errand.ROUND), entry.getValue(), now);
            }
        } catch (SchedulerException e) {
            throw broken("change", e);
        }
    }

    /// Makes the rounds of one source fit.
    public void fit(SourceId source, Turn turn) {
        try {
            fit(new JobKey(source.value(), Errand.ROUND), turn, clock.instant());
        } catch (SchedulerException e) {
            throw broken("change", e);
        }
    }

    private void fit(JobKey key, Turn turn, Instant now) throws SchedulerException {
        Duration interval = turn.every();
        Optional<Instant> next = turn.next().filter(now::isBefore);
        Trigger trigger =
                scheduler.getTrigger(TriggerKey.triggerKey(key.getName(), key.getGroup()));
        boolean fits =
                trigger instanceof SimpleTrigger simple
                        && simple.getRepeatInterval() == interval.toMillis()
                        && simple.getNextFireTime() != null
                        && isNear(
                                simple.getNextFireTime().toInstant(),
                                next,
                                now.plus(interval).plus(SLACK));
        if (!fits) {
            every(key, interval, next.orElse(now).plus(spread(interval)));
        }
    }

    /// @param latest by which it should come if nothing is said of the next
    private static boolean isNear(Instant fires, Optional<Instant> next, Instant latest) {
        return next.isPresent()
                // Quartz keeps whole milliseconds
                ? !fires.isBefore(next.get().truncatedTo(ChronoUnit.MILLIS))
                        && !fires.isAfter(next.get().plus(SLACK))
                : !fires.isAfter(latest);
    }

    private Duration spread(Duration interval) {
        Duration most = interval.dividedBy(10);
        long millis = (most.compareTo(MOST_SPREAD) < 0 ? most : MOST_SPREAD).toMillis();
        return millis == 0 ? Duration.ZERO : Duration.ofMillis(random.nextLong(millis));
    }

    private void every(JobKey key, Duration interval, Instant first) throws SchedulerException {
        put(
                key,
                trigger(key, first)
                        .withSchedule(
                                SimpleScheduleBuilder.simpleSchedule()
                                        .withIntervalInMilliseconds(interval.toMillis())
                                        .repeatForever()
                                        .withMisfireHandlingInstructionNowWithRemainingCount())
                        .build());
    }

    /// When the next telling is; empty: none is to come.
    public void tellAt(Optional<Instant> when) {
        at(new JobKey(Errand.TELLING, Errand.TELLING), when);
    }

    /// When the outbox is looked through next; empty: nothing waits in it.
    public void relayAt(Optional<Instant> when) {
        at(new JobKey(Errand.RELAY, Errand.RELAY), when);
    }

    private void at(JobKey key, Optional<Instant> when) {
        try {
            TriggerKey trigger = TriggerKey.triggerKey(key.getName(), key.getGroup());
            if (when.isEmpty()) {
                scheduler.unscheduleJob(trigger);
                return;
            }
            Trigger present = scheduler.getTrigger(trigger);
            if (present != null
                    && present.getNextFireTime() != null
                    && present.getNextFireTime()
                            .toInstant()
                            .equals(when.get().truncatedTo(ChronoUnit.MILLIS))) {
                return;
            }
            put(
                    key,
                    trigger(key, when.get())
                            .withSchedule(
                                    SimpleScheduleBuilder.simpleSchedule()
                                            .withMisfireHandlingInstructionFireNow())
                            .build());
        } catch (SchedulerException e) {
            throw broken("change", e);
        }
    }

    private static TriggerBuilder<Trigger> trigger(JobKey key, Instant first) {
        return TriggerBuilder.newTrigger()
                .withIdentity(key.getName(), key.getGroup())
                .forJob(key)
                .startAt(Date.from(first));
    }

    private void put(JobKey key, Trigger trigger) throws SchedulerException {
        JobDetail job = JobBuilder.newJob(Errand.class).withIdentity(key).storeDurably().build();
        scheduler.addJob(job, true);
        if (scheduler.rescheduleJob(trigger.getKey(), trigger) == null) {
            scheduler.scheduleJob(trigger);
        }
    }

    /// Ends after the errands under way have ended.
    @Override
    public void close() {
        try {
            scheduler.shutdown(true);
            threads.awaitEnd();
        } catch (SchedulerException e) {
            throw broken("end", e);
        }
    }

    private static IllegalStateException broken(String what, SchedulerException cause) {
        return new IllegalStateException("schedule: could not " + what, cause);
    }
}
