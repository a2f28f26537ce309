package org.quietbell.pipeline;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quietbell.source.SourceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One errand as Quartz sees it: the key says which, and no data is kept with it.
@DisallowConcurrentExecution
public final class Errand implements Job {
    static final String ROUND = "round";
    static final String TELLING = "telling";
    static final String RELAY = "relay";
    static final String HOUSEKEEPING = "housekeeping";
    private static final Logger LOG = LoggerFactory.getLogger(Errand.class);

    private final Errands errands;

    Errand(Errands errands) {
        this.errands = errands;
    }

    @Override
    public void execute(JobExecutionContext context) {
        JobKey key = context.getJobDetail().getKey();
        try {
            switch (key.getGroup()) {
                case ROUND -> errands.round(new SourceId(key.getName()));
                case TELLING -> errands.telling();
                case RELAY -> errands.relay();
                case HOUSEKEEPING -> errands.housekeeping();
                default -> LOG.warn("an errand of an unknown kind was left in the schedule");
            }
        } catch (RuntimeException e) {
            // a fault of one errand ends here: the next one is due in its own time. Messages of
            // exceptions may hold what was found, so the log gets the kind only
            LOG.error("{} failed: {}", key.getGroup(), e.getClass().getName());
            LOG.debug("{} failed", key.getGroup(), e);
        }
    }
}
