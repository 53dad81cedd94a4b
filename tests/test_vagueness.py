"""Action items in many voices, each with the label that a careful reader gives it."""

from __future__ import annotations

import pytest

from pmlint.wording.vagueness import Verdict, judge_text

SPECIFIC = """
Add a confirmation prompt to the deploy script
Add integration test for refund flow
Create runbook for ledger-service rollback
Add latency P99 alert for basket-service with a 400ms threshold
Alert on basket-service p99 latency above 500 ms
Document the failover steps for the invoices database in its runbook
Raise basket-service branch coverage to 80%
Decide between RabbitMQ and NATS in an ADR
Improve p99 of search from 900 to 400 ms
Decide whether to keep the legacy queue by May 1, record an ADR
Reduce the DNS TTL of api.internal to 60 seconds
Set the connection pool size to 200
Move the certificate renewal cron to the ops cluster
Delete the unused IAM role that the backup job assumed
Replace the hard-coded region in the Terraform module with a variable
Pin the base image in the worker Dockerfile
Require two approvals for changes to the firewall repository
Page the on-call when replication lag exceeds 30 s
Implement exponential backoff in the webhook sender
Enable deletion protection on the orders bucket
Split the nightly import into one job per tenant
Migrate the session store from Redis 5 to Redis 7
Write a regression test for the leap-day parser
Upgrade OpenSSL to 3.0.14 on the edge proxies
Block merges to main when the contract tests fail
Fix the race condition in the lease renewal
Remove the manual step from the release checklist
Rotate the signing key of the artifact registry
Publish this review on the engineering wiki
Add a dry-run flag to the purge tool
Disable auto-upgrade on the pipeline clusters
Subscribe the on-call alias to the vendor status page
Rename the staging hosts so that they cannot be mistaken for production
Rewrite the migration guard to reject non-idempotent statements
Add a canary stage to the deploy pipeline
Configure Alertmanager to page when disk usage is above 85%
Set up a synthetic check of the login page every minute
Store backups of the wiki in a second region
Validate the feed file against its schema before loading it
Cap the number of concurrent exports at 20
Adding a liveness probe to the thumbnailer
Implementing a circuit breaker between cart and pricing
Migrating the cron jobs to Nomad
Creating a dashboard for queue depth per tenant
Documenting the restore procedure of the ledger database
Replacing the failed controller on db-3
Automating the renewal of the wildcard certificate with an ACME client
Configuring the load balancer to drain nodes before a restart
Writing a smoke test that logs in and places an order
Removing the shared admin account from the build server
Implementation of rate limiting on the signup endpoint
Introduction of a schema check in CI
Installation of a second uplink in rack 4
Migration of the billing cron to Kubernetes
Creation of a runbook for broker restarts
Removal of the legacy TLS ciphers from the gateway
Addition of a read replica for the reports database
The deploy script should ask for confirmation before it touches production
The pipeline must reject images without a digest
A timeout of 5 s should be added to the geocoder client
The retry limit should be lowered to 3
Every service should have a readiness probe
Alerts for certificate expiry should be created in Grafana
The rollback procedure for the mail gateway must be documented
The old replica has to be removed from the pool
The feature flag service needs to return the default when its cache is empty
A lock is to be added around the schema migration
Deploy freeze is to be enforced by the pipeline during sales events
We will add a checksum to the config bundle
We will move the queue consumers to their own node pool
We need to add an index on orders.created_at
We are going to split the monolith's migration job into batches of 500 rows
We're adding a kill switch to the recommendation widget
We plan to replace the NFS mount with object storage
We should write a test that restores last night's backup
The platform team will add a digest check to the registry
Sarah to add the confirmation prompt
Mike will write the integration test for the payment flow
Priya to document the failover of the search index
SRE to enable audit logs on the vault cluster
Platform team to publish the capacity model for Kafka
Someone should delete the stale DNS records of the old CDN
Alert added for failed payouts
Runbook updated with the rollback steps
Health check to be moved out of the request path
Deploy lock needs implementing in the release bot
Canary: route 5% of traffic to the new build for 10 minutes
Deploy guard: refuse to start while an incident is open
Alerting: page when the consumer lag of the mail topic is above 10k messages
Backups: restore the invoices dump into a scratch instance each night and compare row counts
Runbook - describe how to fail over the primary
Quota alarm — notify at 80% of the API quota
Certificate expiry: add a check to the nightly job that fails 30 days ahead
Investigate the memory leak for two days and write up the findings in OPS-311
Evaluate Vitess and Citus, and record the choice in an ADR
Review the IAM policies of the build account and delete those unused for 90 days
Investigate slow queries and add the missing index on the events table
Review all dashboards and remove panels without data
Explore circuit breakers: write a one-page proposal with costs
Look into connection leaks and file a ticket per leaking service with a heap dump
Audit all buckets for public access
Identify every job that still uses the old token and list them in the migration sheet
Increase the memory limit of the ingress pods
Increase the heap of the indexer to 8 GB
Reduce time to detect failed payouts to under 5 minutes
Bump the Kafka client to 3.6.1
Improve alerting so that a stalled queue pages the on-call
Improve the deploy script by adding a confirmation prompt
Enhance monitoring to include TLS certificate expiry dates
Strengthen the login form by requiring a second factor
Enhance the alert with a link to its runbook
Improve retry handling in the mailer with exponential backoff
Extend the smoke test to cover refunds
Extend log retention to 30 days
Ensure that the publish script cannot start when the lock file exists
Ensure the importer rejects rows without a currency
Make sure that all ingress pods have a PodDisruptionBudget
Ensure every topic has a replication factor of 3
Make the environment argument of the migrate command mandatory
Make the purge job idempotent
Work with the CDN vendor to enable origin shielding for the images host
Work with AWS to raise the ENI quota to 500
Ask the registrar to enable the transfer lock on our domains
Contact the vendor to replace the firmware of the disk controllers with version 4.2
Train the anomaly model on last year's traffic
Retrain the fraud classifier with the mislabelled orders
Run a failover drill of the orders database in staging on June 3
Hold a game day for the loss of one availability zone on 12 May
Schedule a quarterly restore test of the ledger backup
Run a load test of checkout at twice the peak rate
Send an automated reminder 30 days before a certificate expires
Configure the release bot to remind the author of open migrations
Set up a calendar reminder from the certificate manager
Add a pre-deploy checklist item that compares the schema versions
Add the broker restart to the on-call handbook
Link each alert to its runbook
Make `deploy.sh` exit with an error when `ENV` is unset
Rename `prod_old` to `archive`
Backport the parser fix to the 2.x branch
Open a pull request against the upstream client that closes idle sockets
File a bug with the vendor about the firmware watchdog
Agree a maintenance window for the core switch with the network team and put it in the calendar
Define an SLO for checkout latency
Define who may approve firewall changes in CODEOWNERS
Assign an owner to the export service in the service catalogue
Order two spare power supplies for rack 7
Terminate idle sessions after 15 minutes
Serve stale content when the origin times out
Return 503 instead of 200 when the search index is empty
Stop accepting uploads larger than 2 GB
Use a separate queue for bulk mail
Use Certbot for the renewal of the edge certificates
Switch the health check from TCP to HTTP
Turn off the legacy XML endpoint
Roll out the new agent to all database hosts
Roll back the kernel on the storage nodes to 5.15
Put the maintenance script under version control
Test the restore of the customer database in staging
Tag images with the commit hash
Log the tenant id in every request
Separate the cron host from the web host
Allow operators to cancel a running export from the admin page
Prevent deletion of a tenant with open invoices in the API
Expose queue depth as a Prometheus metric
Back up the etcd cluster every hour
Restrict production shell access to the break-glass group
Keep seven daily snapshots of the ledger volume
Track deploys in the incident channel through a webhook
Hide the delete button while a job is running
Show the target environment in the shell prompt
Schema linter in CI for the orders migrations
P99 alert for the basket service at 400 ms
Second NAT gateway for eu-west-1
Dashboard for Kafka consumer lag per partition
Terraform module for the alert rules of the payment cluster
Canary deploys for the checkout service
In future the importer will validate the header row
As a next step, we will move the lock into the database
It is needed to add the timeout in client of geocoder
Need add alert when the disk of broker is more than 80%
Must to configure the second DNS resolver on all gateways
Will be implemented a new check for the expiry of the license file
To do backup of the config of switch each night
Postmortem template: add a field for the detection source
Add monitoring for failed webhook deliveries
Add monitoring of replication lag on the invoices replicas
Add logging of the rejected rows to the importer
Create an alert when no order arrives for 10 minutes
Set up alerting to warn us of expiring domains
Write a guide for restoring a tenant from a snapshot
Create a staging environment that mirrors the card gateway
Provide a rollback button in the release console
Provide a sandbox account for partner tests
Give the on-call write access to the feature flag console
Automate database failover testing as part of the CI pipeline
Add SLO burn-rate alerts to the search API
Improve search indexing: shard the index by tenant
Better alerts: page when error rate of login exceeds 2% for 5 minutes
Improve logging (add request ids to the gateway log)
Add tests for expired coupons
Add unit tests for the tax rounding code
Add end-to-end test of the password reset
Schedule the index rebuild outside of peak hours
Update the escalation policy in PagerDuty with the new storage rota
Update the onboarding document to include the VPN setup
Update the deploy runbook with the new rollback command
Update libxml to the patched release
Document why the pipeline clusters are not upgraded automatically
Review of all firewall rules that allow any source, removal of those without an owner
Ticket with the vendor for the faulty line card
Renew the domain for ten years and enable auto-renew
Double the number of partitions of the clicks topic
Archive build logs older than 90 days
Do not start the worker when the migration table is locked
Never cache responses that carry a session cookie in the CDN
Introduce a two-person approval for destructive migrations
Wire the feature flag service into the admin console
Gate the nightly job on a successful backup
Have the pipeline verify the image signature before rollout
Ship the audit log to the central bucket
Backfill the missing invoices for March
Cut the batch size of the importer to 500 rows
The cron job must write a heartbeat file that the monitor checks
Connection draining on the ingress before pod termination
Set `max_connections` to 400 on the primary
Document in the wiki how the lease is renewed
Define the rollback criteria for schema changes in the release template
Put a circuit breaker in front of the tax API
Swap the shared credentials for per-service accounts
Teach the parser to accept ISO week dates
Make retries in the SDK configurable
Let the scheduler skip tenants whose data is incomplete
Guard the DROP TABLE path with a feature flag
Reconcile the ledger with the bank file every night and page on differences
Bring the DR site's config under Terraform
Check in the generated client so builds don't depend on the registry
Write an ADR on whether to keep the message broker
Spike (2 days): compare Redis Sentinel and Cluster, result in ADR-12
Produce a list of all services without a readiness probe and attach it to OPS-9
Lower the paging threshold for queue age from 30 to 10 minutes
Rate limit password reset requests to 5 per hour and IP
Hard-fail startup if DATABASE_URL is empty
Adopt the shared retry library in the billing worker
Extract the e-mail sender from the monolith
Test failover of the primary database during the maintenance window on May 9
Introduce SLOs with error budgets for checkout and search
Add chaos test that kills one broker in staging every week
Alert: replica lag > 60s for 5m pages DB on-call
Runbook for rotating the signing keys
Bump memory of importer pods to 2Gi
Deletion of the orphaned volumes in zone b
Switching the deploy user to short-lived tokens
Postgres 15 upgrade on the reporting cluster
Configuration of a dead-letter queue for the invoice consumer
An alert will be created for expiring licences
Introduction of peer approval in the deployment tool
Terraform plan output to be posted on each pull request
Automatic rollback when the canary error rate exceeds 1%
Adding second approver for firewall changes in the change tool
The script shall print the target host and ask for confirmation
Implement health checks for the cache nodes in the load balancer
Establish a weekly restore test of the customer database
Include the queue depth graph on the on-call dashboard
Expand the smoke test suite with the guest checkout flow
Increase replicas of the auth service to 3
Increase disk space on db-3 by 500 GB
Reduce the blast radius by sharding tenants across two clusters
Improve cache hit rate to 95% by pre-warming after deploys
Improve the import job so it fails on unknown currencies
Ensure backups of the ledger are encrypted with the KMS key
Verify that restore works by running it nightly against a scratch host
Onboard the billing cluster to the shared alert rules
Convert the two cron jobs to Kubernetes CronJobs with concurrencyPolicy Forbid
Move secrets out of the repo into Vault and rotate the leaked one
Add `--confirm` flag to `purge`
Write postmortem follow-up ticket template with owner and due date fields
Drop the unused index idx_orders_tmp
Deploy the WAF rule that blocks path traversal on /admin
Build a dashboard that shows consumer lag per partition
Require MFA for all accounts in the admin console
Purge stale DNS entries for decommissioned hosts
Add a banner to the staging console so nobody confuses it with production
Introduce request hedging in the search client
The retry budget of the gateway will be capped at 10%
Make the health endpoint check the database connection
Have Terraform fail when the state lock is held
Review and merge PR #221 that adds the lock timeout
Revisit the decision to run a single NAT gateway and record it as ADR-14
Investigate the deadlock: add query logging to the ledger and publish findings in OPS-81
Reduce the cron interval from 60 to 5 minutes
Increase thread pool of the render workers to 64
Include rollback test in release checklist
Autoscaling for the websocket tier based on connection count
Lint rule against string-built SQL
Delete test data from the production tenant
Create a Grafana alert for certificate expiry at 21 days
Sign release artifacts with cosign in the build pipeline
Verify backups nightly with an automated restore into a scratch instance
Publish the on-call handbook page on broker failover
Extract configuration validation into a pre-commit hook
Remove write access to prod from the CI role
"""

VAGUE = """
Improve monitoring
Better docs
Investigate
Look into alerting
Ensure this does not happen again
Consider adding tests
Increase test coverage
Review our processes
Work with the vendor
Improve basket-service monitoring
Improve alerting
Improve logging
Improve documentation
Improve observability of the platform
Improve the deployment process
Improve test coverage for the checkout service
Improve error handling
Improve error handling in the mail service
Improve our incident response
Improve resilience
Improve database performance
Enhance monitoring
Enhance alerting for the database
Enhance security posture
Enhance logging across all services
Strengthen the review process
Strengthen testing
Strengthen our deployment pipeline
Optimise queries
Optimize database performance
Harden the infrastructure
Refactor the payment service
Simplify the architecture
Streamline the release process
Review alerts
Review the configuration
Review the runbooks
Review deployment procedures to prevent this from happening again
Review monitoring and alerting
Revisit thresholds
Revisit our backup strategy
Investigate the root cause
Investigate why the queue stalled
Investigate better tooling
Investigate using a service mesh
Look into the failing job
Look into database locks
Look at alternatives to the current CDN
Look into why the alert did not fire
Consider a second region
Consider moving to Kubernetes
Consider rate limiting
Explore alternatives
Explore the use of feature flags
Explore options for automatic failover
Evaluate other vendors
Evaluate the need for a cache
Assess the risk of similar failures
Assess our dependency on the registrar
Analyse the logs
Research chaos engineering
Understand why the cache was cold
Discuss with the network team
Discuss on-call coverage
Think about capacity
Continue monitoring
Continue to monitor the situation
Continue the investigation
Continue working with the vendor
Keep an eye on the error rate
Keep monitoring the database
Monitor the system closely
Monitor the situation
Monitor performance of the new release
Follow up with the vendor
Follow up
Work on stability
Work with AWS on the outage
Work with the vendor to improve reliability
Work with the data team to better understand the load
Ensure monitoring is adequate
Ensure proper testing
Ensure that backups work
Ensure high availability
Ensure systems are robust
Make sure alerts are working
Make sure it never happens again
Make sure the documentation is up to date
Make the system more robust
Make deployments safer
Make alerts better
Make the service more resilient to failures
More monitoring
More tests
More automation
More robust deployments
More alerts on the database
Better monitoring
Better alerting
Better test coverage
Better error handling
Better tooling
Better visibility into the queue
Better logging in the importer
Improved documentation
Improved resilience
Stronger controls
Clearer processes
Monitoring
Alerting
Documentation
Testing
Capacity planning
Configuration management
Technical debt
Redundancy
Add monitoring
Add alerts
Add more alerts
Add tests
Add more tests
Add more logging
Add better logging
Add documentation
Add safeguards
Add guardrails to prevent similar incidents
Add redundancy
Add checks to avoid such issues in the future
Implement better monitoring
Implement monitoring
Implement proper alerting
Implement safeguards
Implement measures to prevent recurrence
Implement best practices
Implement improvements
Implement a more robust deployment process
Create better documentation
Create documentation
Write documentation
Write more tests
Write better runbooks
Update documentation
Update the docs
Update runbooks
Update the processes
Set up monitoring
Set up better alerts
Establish better processes
Establish clear ownership
Develop a testing strategy
Develop a comprehensive strategy for resilience
Define better processes
Fix the issue
Fix the root cause
Fix monitoring
Address technical debt
Address the underlying issues
Resolve the problem
Reduce technical debt
Reduce complexity
Reduce the number of alerts
Reduce risk of outages
Reduce latency
Increase capacity
Increase visibility
Increase redundancy
Increase reliability of the checkout service
Increase robustness
Prevent similar incidents
Prevent this from happening again
Prevent recurrence
Avoid such outages in the future
Minimise downtime
Automate more
Automate processes
Tune alerts
Tune the alert thresholds
Clean up alerts
Prioritise reliability work
Prioritise technical debt
Focus on quality
Plan for capacity
Identify gaps in monitoring
Identify improvements
Identify single points of failure
Conduct a review of our alerting
Conduct a thorough review of the load balancer configuration
Conduct regular audits
Perform regular failover testing
Perform a security audit
Perform an analysis of the outage
Carry out an investigation into the failure
Do a review of the deployment process
Hold a meeting to discuss next steps
Improving monitoring
Improving our alerting and documentation
Enhancing the deployment pipeline
Investigating the slow queries
Reviewing the escalation process
Looking into alternatives
Exploring other options for storage
Increasing test coverage
Ensuring better reliability
Strengthening monitoring
Optimising the database
Considering a move to another provider
Improvement of monitoring
Improvement of the deployment process
Investigation into the network interruption
Investigation of the root cause
Review of alerting
Review of the on-call process
Evaluation of alternatives
Enhancement of monitoring and alerting
Optimisation of queries
Monitoring improvements
Alerting improvements for the payment platform
Load balancer configuration review
Incident response review
Process improvements
Documentation update
Database performance analysis
Monitoring should be improved
The monitoring should be better
The documentation needs to be improved
Documentation should be updated
The process must be reviewed
Alerts should be reviewed
Test coverage should be increased
The system should be more resilient
Our services must be more robust
Deployments need to be safer
Backups should be tested regularly
The root cause should be investigated
Monitoring needs improving
Alert thresholds need to be tuned
The runbook needs work
Monitoring to be improved
Root cause to be investigated
We will improve monitoring
We will continue to investigate
We will look into better alerting
We will review our deployment process
We will work with our vendor to avoid this in the future
We need better monitoring
We need more tests
We need to improve our documentation
We need to look at the alerting
We should improve the runbooks
We should consider a second provider
We are looking into alternatives to the current hypervisor
We are investigating the cause
We're working on improving our processes
We plan to review the alerts
We aim to improve reliability
The platform team will improve monitoring
The SRE team will investigate
The database team is going to look at the indexes
Engineering to review the process
Sarah to look into alerting
Mike will investigate the alerts
Priya to improve the docs
Someone should look at the logs
Ops to monitor
Monitoring: improve coverage
Alerting: needs to be better
Process: review how we deploy
Root cause - investigate further
Documentation: keep it up to date
Testing – more of it
Monitoring enhancements: improve the monitoring to give more insight into performance
Redundancy: explore options to increase availability
Resilience. Make the service more fault tolerant.
Review and improve monitoring
Review and update documentation
Investigate and fix
Investigate and resolve the root cause
Improve monitoring and alerting to catch issues earlier
Improve monitoring so that we know about problems sooner
Improve monitoring in order to prevent this from happening again
Improve testing to avoid regressions
Improve documentation so that new engineers can find things
Improve monitoring within the next two weeks
Improve monitoring in 30 days
Investigate for 2 days
Create a ticket to investigate the alerts
Open a ticket to look into monitoring
Decide on next steps
Decide what to do about the cache
Agree on a better approach
Get better at capacity planning
Need improve the monitoring
Necessary to make better the monitoring
It is needed to review the architecture
Must to improve documentation
To improve the logs
To investigate deeper
Do more testing
Have better alerts
Have more monitoring in place
Provide better tooling
Provide more documentation
Rethink our approach to deployments
Modernise the stack
Reach out to the vendor
Talk to the network team about redundancy
Ask the vendor about the outage
Learn more about Kafka
Try to improve the tests
Help teams with their dashboards
Support the migration effort
Standardise logging
Regular reviews
Regular maintenance of the cluster
Run drills regularly
Take a look at the metrics
Dig into the logs
Improve system reliability
Improve how we handle incidents
Improve overall observability posture
Improve the on-call experience
Improve visibility
Strengthen change management
Enhance our ability to detect failures
Enhance system resilience
Look at improving our alerts
Investigate why alerts did not fire
Investigate memory usage of the importer
Investigate potential causes of latency
Review database configuration
Review and strengthen access controls
Review capacity planning
Review the architecture of the payment platform
Review incident response plan
Revisit alert thresholds
Evaluate our caching strategy
Evaluate whether we need a second provider
Consider using feature flags
Consider adding a rate limiter to the API
Explore automated rollbacks
Explore better ways to test migrations
Research best practices for disaster recovery
Assess resilience of third-party dependencies
Implement stronger safeguards
Implement additional monitoring
Implement additional checks
Implement more comprehensive testing
Implement stricter controls
Implement robust error handling
Add additional monitoring and alerting
Add more visibility into queue behaviour
Add appropriate alerts
Add resilience to the payment flow
Create a better process
Create a more robust backup strategy
Develop better tooling for deployments
Build more resilient systems
Make our infrastructure more reliable
Make the deployment process safer and easier
Make alerting more actionable
Make it harder to break production
Have a better rollback process
Have a plan for next time
Put better monitoring in place
Put measures in place to prevent recurrence
Invest in automation
Invest in test infrastructure
Spend more time on testing
Take steps to prevent this in future
Take measures to improve stability
Get better visibility into the pipeline
Work towards higher availability
Work on reducing technical debt
Work closely with the provider to prevent similar outages
Continue to improve our monitoring
Continue to work with the vendor on a fix
Follow up with AWS support
Follow up on the open questions
Keep improving test coverage
Keep documentation up to date
Monitor the new configuration for issues
Monitor closely over the coming weeks
Clarify roles and responsibilities
Clarify ownership of the service
Optimise the deployment pipeline
Optimise resource usage
Speed up incident response
Faster rollback
Faster detection of failures
Higher test coverage
Enhanced monitoring of the database
Improved alerting for the payment service
Additional testing before release
Proper monitoring
Sufficient capacity
Review of capacity
Deeper investigation into the failure
Further analysis
More thorough testing of migrations
More redundancy in the network
A review of all processes
Process improvement
Database tuning
Ongoing monitoring
Root cause analysis
Post-mortem follow up
Reduce MTTR
Reduce our reliance on manual steps
Reduce the likelihood of this happening again
Ensure adequate test coverage
Ensure the process is robust
Ensure that proper procedures are in place
Ensure that we have enough capacity
Ensure better coordination between services
Ensure timely detection of similar issues
Ensure systems are properly configured
Prevent future outages
Fix flaky stuff
Resolve outstanding issues
Address gaps identified in this review
Address shortcomings in our monitoring
Minimise impact of future incidents
Tighten up access control
Harden the servers
Modernize legacy components
Align on next steps
Discuss improvements in the next retro
Team to review alerts
Alerting needs to be looked at
Monitoring has to be improved
It should be investigated why the job failed
The alerts should be more meaningful
The deploy process should be improved
We must improve our tests
We have to get better at testing
We'll look at improving the docs
We intend to review our dependencies
We should have better monitoring
There should be more tests
There needs to be better monitoring
Need better alerts
Needs more investigation
To be discussed
To do: look into caching
Do something about the alerts
Think of ways to prevent this
Find a better solution
Find ways to reduce load
Figure out what went wrong
Understand the failure mode better
Learn how the cache behaves
Do a deep dive into the database
Perform deep dive on network issues
Conduct post-incident analysis of the alerts
Undertake a review of the backup process
Standardise processes across teams
Update monitoring
Update alert configuration
Update our incident documentation
Increase logging
Increase monitoring of the queue
Increase the frequency of backups
Scale the infrastructure
Upgrade the infrastructure
Refactor legacy code
Cleanup
Better observability and tracing
Better handling of failures in the worker
Have another look at the alert rules
Give monitoring some love
Alerting could be better
Tests, tests, tests
Better handling of timeouts
Observability improvements
Improve the situation with flaky tests
Bring our documentation up to standard
Get monitoring in shape
Rework the deployment flow
Overhaul the alerting system
Revamp our monitoring
Sort out the backups
Tackle the tech debt in the billing service
Raise the bar for reliability
Beef up monitoring of the message broker
Dig deeper into the root cause
Ensure business continuity
Guarantee stability of the platform
Ascertain the root cause
Determine the root cause
Identify root cause and implement a permanent fix
Implement a fix
Implement corrective measures
Implement lessons learned
Apply best practices
Put safeguards in place
Set up proper monitoring and alerting
Establish robust monitoring practices
Consolidate monitoring tools
Expand monitoring coverage
Expand test coverage
Extend monitoring
Increase observability across the stack
Boost performance
Explore caching
Evaluate vendor alternatives
Assess feasibility of multi-region
Plan capacity better
Plan improvements to the pipeline
Perform load testing
Perform a full review of the network
Conduct an audit of permissions
Schedule a meeting with the vendor
Meet with the database team
Brainstorm ways to prevent recurrence
Make improvements to logging
Make sure monitoring covers this
Make the alerts less noisy
Be able to roll back faster
Find the root cause
Try to reproduce the issue
More resilient architecture
Less manual work
Fewer false alarms
Long-term: re-architect the platform
Short-term: improve alerts
Vendor follow-up
Postmortem review
Capacity review
Additional logging
Enhanced logging and tracing for better debugging
We want to improve the deployment experience
Our goal is to reduce downtime
The team is investigating options
SREs will evaluate alternatives
"""

WISH = """
Eyes on the serial, every push
Be more careful
More training
Remind the team
Be careful when deploying
Be more careful with migrations
Be more cautious during releases
Be more diligent in code reviews
Be mindful of peak hours
Engineers should be more careful
Everyone should be more aware of the risk
Developers must pay attention to the environment
Operators must be more vigilant
Pay attention to the alerts
Pay closer attention to error rates during a deploy
Pay more attention
Take more care during deployments
Take care when changing firewall rules
Exercise caution when running scripts in production
Double-check the hostname
Double check commands before running them
Always double-check the target environment
Engineers need to double check the config
Remember to run the migration
Remember to update the DNS entry
Do not forget to disable the cron
Don't forget to notify the support desk
Think before deploying
Think twice before deleting data
Slow down
Keep in mind that the cluster is shared
Follow the process
Follow the deployment checklist
Follow the change procedure next time
Adhere to the change management policy
Stick to the runbook
The team should follow the release procedure
Everyone must follow the runbook
Engineers must follow the checklist
Communicate better
Communicate earlier with customers
Better communication
Better communication between teams
More communication during incidents
Improve communication
Improve communication between teams
Improve team communication
Communication should be improved
We need to communicate better
We will be more careful
We should be more careful next time
We must be more diligent
Training
Training for all engineers
More training for the on-call engineers
Better training
Additional training on the deploy tool
Train the team on the new tool
Train engineers on failover
Train all staff in incident handling
Train new developers
Retrain the operators
Provide training on Kubernetes
Provide training for the support staff
Organise a workshop on incident response
Conduct a training session for the operations team
Hold training sessions
Schedule training for the team
Improve training
Improve training of new operators
Training of the operators
Training session on load balancers for the team
Team to be trained on the runbook
Staff should be trained
The engineers will be trained on the new procedure
Educate the developers about locking
Educate teams on the importance of backups
Coach the team on communication
Raise awareness
Raise awareness of the change policy
Increase awareness of phishing
Awareness campaign
Security awareness training for all employees
Build a culture of quality
Foster a culture of ownership
Promote accountability
Encourage engineers to ask for help
Encourage teams to write tests
Remind everyone to check the dashboard
Remind engineers of the freeze policy
Remind the on-call to read the handover
Send a reminder to all developers
Send a reminder to the team about the process
The team will be reminded of the procedure
Tell the team to be careful
Tell developers to test their changes
Ask engineers to double-check their changes
Ask everyone to follow the checklist
Share lessons with the team
Share knowledge between teams
Share the learnings
Knowledge sharing
More knowledge sharing sessions
Ensure everyone is aware of the process
Ensure that all engineers know the runbook
Make sure everyone is trained
Make sure everybody follows the process
Make sure to check the dashboards
Make sure the team is aware of the risks
Ensure staff are familiar with the procedure
Ensure engineers follow the process
Engineers should test their changes before deploying
Developers should check the logs after each release
Reviewers must look more closely
Operators need to read the alerts
Everyone needs to take ownership
Check the config before each deploy
Verify the hostname before running the script
Always check the dashboard before deploying
Always test changes
Never deploy on a Friday
Never run commands by hand without a second person
Do not deploy without approval
Don't rush deployments
Before deploying, check the dashboard
When changing DNS, always verify the zone
Review pull requests more carefully
Review code more thoroughly
Test more thoroughly
Read the documentation carefully
Use common sense
Try harder
Do better next time
Learn from this incident
Take ownership of the process
Being more careful during migrations
Providing training to the operators
Reminding the team about the checklist
Raising awareness among developers
Training the on-call engineers
Communicating better with stakeholders
Paying attention to warnings
Process: remind the team to follow it
People: more training
Training - organise sessions for the new engineers
Discipline during changes
More discipline
More care during changes
More attention to detail
Greater vigilance
Need to be more careful with the production
It is necessary to pay attention when deploy
Must to be careful
To be more attentive
Improve monitoring and be more careful
Going forward, engineers will ask before restarting brokers
Refresher course on change management
Stay vigilant
Be proactive about capacity limits
Stay alert and careful during on-call
Watch out for similar issues
Speak up when something looks wrong
Mentor junior engineers
Lunch and learn about DNS
Stress the importance of testing to the team
Be extra careful with DNS changes
Engineers must be careful when editing config by hand
All team members should familiarize themselves with the runbook
Everyone should read the runbook
Familiarise the team with the rollback procedure
Make sure everyone knows how to roll back
Ensure the team understands the deployment process
Ensure proper training of the operators
Ensure team members are trained in incident response
Provide additional training to engineers
Offer workshops on database migrations
Run a training session on Terraform for the team
Arrange refresher training on change control
Set up regular training sessions
Create a training program for new hires
Invest in training
Invest more in training our engineers
Mandatory training for all developers
Security training
Onboarding training for contractors
Knowledge transfer sessions with the platform team
Share this postmortem's lessons with all engineers
Spread awareness of the new policy
Improve awareness about rate limits
Better awareness of dependencies
Better collaboration and communication
Improve communication with stakeholders
Improve cross-team communication
Strengthen communication between dev and ops
More frequent communication during incidents
Communicate changes earlier
Communicate more clearly in incidents
Communicate planned maintenance to other teams
Developers to double check SQL before running it
Double-checking of commands by operators
Always verify the environment before running a migration
Always have a second pair of eyes on production changes
Never run scripts directly in production
Do not deploy on Fridays
Don't make changes during peak hours
Avoid deploying late in the day
Avoid making manual changes in production
Avoid human errors
Stop and think before running commands
Think carefully before merging
Take time to review changes
Take extra care with production credentials
Take responsibility for monitoring
Follow best practices
Follow the change management process
Adhere to best practices when deploying
Comply with the release policy
Stick to the process
Respect the freeze
Remember that staging shares the database
Remind people to use the checklist
Remind all developers about the code freeze
Reminder to the team: check the alerts
Encourage a culture of testing
Encourage better communication
Promote a blameless culture
Instil discipline in releases
Emphasise testing in code review
Stress importance of following procedure
Hold engineers accountable for their deployments
Pay more attention during reviews
More careful code reviews
More careful testing
More diligence
Greater care when editing the firewall
Greater attention to detail
Increased vigilance during releases
Careful review of all changes
Code reviews should be done more carefully
Reviewers should be more thorough
Operators should be reminded of the procedure
The team must be made aware of the risks
The team needs to be more proactive
We need to be more diligent about testing
We should pay attention to warnings
We must follow the procedure
We will remind everyone of the process
We'll train the team on this
I will be more careful
Test before deploying
Test properly before release
Test your changes
Use the checklist
Read the alerts
Own your deploys
Keep an open mind and ask questions
Keep the team informed
Learn from our mistakes
Do not repeat this mistake
Work harder on quality and stay focused
Ask for help earlier
Escalate sooner
Escalate earlier next time
Listen to the monitoring
All engineers should take more care when running scripts
Team needs to be more vigilant
Everybody must check twice before pressing the button
Let's be more careful next time
Let's communicate better
Awareness training on phishing
Mentoring for new on-call engineers
Run workshops for the team
Hold a brown bag on Kafka
Organise lunch & learn sessions
Refresh the team's knowledge of the runbook
Inform all developers about the new rule
Make the team aware of the freeze
Tell people not to restart the broker
Instruct operators to follow the checklist
Advise engineers to test locally
Engineers are reminded to check the dashboard
Engineers must remember to rotate keys
Keep an eye out and be alert
Do not forget the cache
Don't be hasty with deploys
Avoid rushing releases
Never skip code review
Always follow the runbook
Always communicate before deploying
Double check everything
More caution with production
More care and attention in reviews
Better discipline around deploys
Better team communication
Improve collaboration between dev and ops
Improve team awareness of dependencies
Improve operator training
Increase training for on-call staff
Continuous education of developers
Training plan for engineers
Retraining of staff
Reinforce the importance of testing
Reiterate the deployment policy to the team
Emphasise the need for peer review
Be proactive
Think about the consequences before acting
Take ownership of alerts
Follow the established procedures
Ensure staff follow the procedures
Ensure everyone double-checks configs
Make sure people read the docs
People should ask before changing DNS
Nobody should deploy without telling the team
Establish a culture of reliability
Increase awareness of system limits in dashboards
"""

LABELS = (
    (Verdict.SPECIFIC, SPECIFIC),
    (Verdict.VAGUE, VAGUE),
    (Verdict.WISH, WISH),
)
ITEMS = [(line, verdict) for verdict, text in LABELS for line in text.strip().splitlines()]


@pytest.mark.parametrize(("text", "verdict"), ITEMS)
def test_item(text: str, verdict: Verdict) -> None:
    assert judge_text(text).verdict is verdict


def test_there_are_enough_and_no_doubles() -> None:
    texts = [text for text, _ in ITEMS]
    assert len(texts) >= 900
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize(
    "text",
    ["", " ", "...", "-", "https", "(", ")", "to", "to to to", "be", "so that", "\ua78f" * 12],
)
def test_any_text_gets_a_verdict(text: str) -> None:
    assert judge_text(text).verdict in Verdict


def test_code_is_a_named_thing() -> None:
    masked = "Fix " + "\ua78f" * 9
    assert judge_text(masked).verdict is Verdict.SPECIFIC


def test_a_drill_with_a_date_elsewhere_has_an_end() -> None:
    text = "Run a failover drill of the search cluster"
    assert judge_text(text).verdict is Verdict.VAGUE
    assert judge_text(text, dated=True).verdict is Verdict.SPECIFIC
