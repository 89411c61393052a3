using EventOps.Support;

namespace EventOps.Drills;

/// <summary>
/// Bugs that a drill has to find. They sit in the drill's own database, as triggers that undo what the product does, or in
/// its client: the product itself knows no switch that breaks it.
/// </summary>
internal static class PlantedBugs
{
    /// <summary>As if places were taken without a lock: no host sees what was taken before.</summary>
    public const string SkipLock = "skip-lock";

    /// <summary>As if keys were not kept: every repetition is a new request.</summary>
    public const string DropIdempotency = "drop-idempotency";

    /// <summary>As if the answer left before the commit: the client hears "done" when it has sent.</summary>
    public const string AckBeforeCommit = "ack-before-commit";

    /// <summary>As if a handler's mark were lost: its message comes again under another id.</summary>
    public const string DoubleMail = "double-mail";

    /// <summary>As if a mail's mark were lost: it comes again under the same id, although nobody was killed.</summary>
    public const string ForgetMark = "forget-mark";

    private static readonly Dictionary<string, string> s_triggers = new(StringComparer.Ordinal)
    {
        [SkipLock] = """
            create function public.forget_places() returns trigger language plpgsql as $$
            begin
              if new.type = 'registration.places-taken.v1' then
                new.data = jsonb_set(new.data, '{attendeeIds}', '[]');
              end if;
              return new;
            end $$;
            create trigger planted before insert on eventops.mt_events for each row execute function public.forget_places();
            """,
        [DropIdempotency] = """
            create function public.forget_key() returns trigger language plpgsql as $$ begin return null; end $$;
            create trigger planted before insert on eventops_side.idempotency for each row execute function public.forget_key();
            """,
        [BoardRace.PileUp] = """
            create function public.pile_up() returns trigger language plpgsql as $$
            declare first jsonb;
            begin
              if new.type = 'barcamp.session-placed.v1' then
                select data into first from eventops.mt_events where type = new.type and stream_id = new.stream_id limit 1;
                new.data = new.data || jsonb_build_object('roomId', first->'roomId', 'slotId', first->'slotId');
              end if;
              return new;
            end $$;
            create trigger planted before insert on eventops.mt_events for each row execute function public.pile_up();
            """,
        [BoardRace.LoseStars] = """
            create function public.lose_star() returns trigger language plpgsql as $$
            begin
              if random() < 0.1 then
                delete from barcamp.stars where proposal_id = new.proposal_id and voter = new.voter;
              end if;
              return null;
            end $$;
            create trigger planted after insert on barcamp.stars for each row execute function public.lose_star();
            """,
        [StandRace.ForgetBooking] = """
            create function public.forget_booking() returns trigger language plpgsql as $$
            begin
              if new.type = 'marketplace.booking-confirmed.v1' and random() < 0.3 then
                new.data = jsonb_set(new.data, '{holdId}', to_jsonb(gen_random_uuid()));
              end if;
              return new;
            end $$;
            create trigger planted before insert on eventops.mt_events for each row execute function public.forget_booking();
            """,
        [StandRace.ForgetStock] = """
            create function public.forget_stock() returns trigger language plpgsql as $$
            begin
              if new.type in ('marketplace.extra-taken.v1', 'marketplace.extra-kept.v1') then
                new.data = jsonb_set(new.data, '{count}', '0');
              end if;
              return new;
            end $$;
            create trigger planted before insert on eventops.mt_events for each row execute function public.forget_stock();
            """,
        [StandRace.ForgetWaiting] = """
            create function public.forget_waiting() returns trigger language plpgsql as $$
            begin
              if new.handler = 'marketplace.offer-free-stands' then return null; end if;
              return new;
            end $$;
            create trigger planted before insert on messaging.queue for each row execute function public.forget_waiting();
            """,
        [SurveyRush.ForgetSerial] = "alter table surveys.spent drop constraint spent_pkey;",
        [SurveyRush.LoseBallot] = """
            create function public.lose_ballot() returns trigger language plpgsql as $$
            begin
              if random() < 0.02 then return null; end if;
              return new;
            end $$;
            create trigger planted before insert on surveys.urn for each row execute function public.lose_ballot();
            """,
        [DoubleMail] = """
            create function public.repeat_message() returns trigger language plpgsql as $$
            begin
              insert into messaging.queue (handler, key, id, type, body, published_at)
              values (new.handler, new.key, gen_random_uuid(), new.type, new.body, new.published_at);
              return null;
            end $$;
            create trigger planted after insert on messaging.queue for each row when (pg_trigger_depth() = 0)
              execute function public.repeat_message();
            """,
        [ForgetMark] = """
            create table public.forgotten (id uuid primary key);
            create function public.forget_mark() returns trigger language plpgsql as $$ begin return null; end $$;
            create trigger planted before insert on messaging.handled for each row
              when (new.handler = 'registration.send-mail') execute function public.forget_mark();
            create function public.queue_again() returns trigger language plpgsql as $$
            begin
              insert into public.forgotten values (old.id) on conflict do nothing;
              if found then
                insert into messaging.queue (handler, key, id, type, body, published_at)
                values (old.handler, old.key, old.id, old.type, old.body, old.published_at);
              end if;
              return null;
            end $$;
            create trigger planted after delete on messaging.queue for each row
              when (old.handler = 'registration.send-mail') execute function public.queue_again();
            """,
    };

    /// <summary>Plants the bug, if it is one of the database's.</summary>
    public static Task Plant(string? bug, TestDatabase database) =>
        bug is not null && s_triggers.TryGetValue(bug, out var trigger) ? database.Execute(trigger) : Task.CompletedTask;
}
