using EventOps.EventStore;
using EventOps.EventStore.Schema;
using System.Diagnostics;
using System.Text.Json.Serialization;
var admin = EventStoreServices.DataSource(args[0]);
await using (var c = admin.CreateCommand("drop database if exists bench_me with (force)")) await c.ExecuteNonQueryAsync();
await using (var c = admin.CreateCommand("create database bench_me")) await c.ExecuteNonQueryAsync();
await using var db = EventStoreServices.DataSource(args[0] + ";Database=bench_me");
var model = new EventStoreModel();
model.Events.Map("bench.happened.v1", J.Default.Happened);
Console.WriteLine(string.Join(",", await SchemaMigrations.Apply(db, model)));
await using var store = new PostgresEventStore(db, model, TimeProvider.System);
var dec = new Decider<Do, S, Happened>("bench", new S(0), (c, s) => new Happened(c.Name, 5), (s, e) => new S(s.N+1));
foreach (var clients in new[]{1,16,64,16,64}) {
  var until = Stopwatch.StartNew(); long n=0; var lat = new List<double>();
  await Task.WhenAll(Enumerable.Range(0,clients).Select(async _ => { await Task.Yield(); while(until.Elapsed.TotalSeconds<5){ var t=Stopwatch.GetTimestamp(); await store.Handle(new Work().Start("b-"+Guid.NewGuid().ToString(), dec, new Do(new string('x',100)))); Interlocked.Increment(ref n); var d=Stopwatch.GetElapsedTime(t).TotalMilliseconds; lock(lat) lat.Add(d);} }));
  lat.Sort(); Console.WriteLine($"start {clients}: {n/until.Elapsed.TotalSeconds:0}/s p50 {lat[lat.Count/2]:0.00} p99 {lat[(int)(lat.Count*.99)]:0.00}");
}
{ var until = Stopwatch.StartNew(); long n=0;
  await Task.WhenAll(Enumerable.Range(0,16).Select(async _ => { await Task.Yield(); while(until.Elapsed.TotalSeconds<5){ await store.Handle(new Work().On("d-"+Random.Shared.Next(1000), dec, new Do(new string('x',100)))); Interlocked.Increment(ref n);} }));
  Console.WriteLine($"decide 16: {n/until.Elapsed.TotalSeconds:0}/s");
 }
{ var until = Stopwatch.StartNew(); long n=0;
  await Task.WhenAll(Enumerable.Range(0,64).Select(async _ => { await Task.Yield(); while(until.Elapsed.TotalSeconds<5){ await store.Handle(new Work().On("hot", dec, new Do(new string('x',100)))); Interlocked.Increment(ref n);} }));
  Console.WriteLine($"hot 64: {n/until.Elapsed.TotalSeconds:0}/s");
 }
sealed record Do(string Name); sealed record S(int N); sealed record Happened(string Name, int Count);
[JsonSerializable(typeof(Happened))] sealed partial class J : JsonSerializerContext;
